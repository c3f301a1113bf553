package hudson.model;

/** Something attached to an object: data, a link in its menu, a page. */
public interface Action extends ModelObject {
    String getIconFileName();

    String getDisplayName();

    String getUrlName();
}
