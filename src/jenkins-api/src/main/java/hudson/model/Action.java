package hudson.model;

public interface Action extends ModelObject {
    public String getIconFileName();

    public String getDisplayName();

    public String getUrlName();
}
