package hudson.model;

public interface ModelObject {
    public String getDisplayName();
}
