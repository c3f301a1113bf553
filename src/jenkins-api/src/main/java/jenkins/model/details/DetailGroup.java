package jenkins.model.details;

public abstract class DetailGroup {
    public DetailGroup() {}
}
