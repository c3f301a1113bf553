package hudson.console;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;

/** A link to an object of the controller. */
public class ModelHyperlinkNote extends HyperlinkNote {
    private static final long serialVersionUID = 1;

    public ModelHyperlinkNote(String url, int length) {
        super(url, length);
    }

    public static String encodeTo(User u) {
        return encodeTo(u, u.getDisplayName());
    }

    public static String encodeTo(User u, String text) {
        return encodeTo('/' + u.getUrl(), text);
    }

    public static String encodeTo(Item item) {
        return encodeTo(item, item.getFullName());
    }

    public static String encodeTo(Item item, String text) {
        return encodeTo('/' + item.getUrl(), text);
    }

    @SuppressWarnings("rawtypes")
    public static String encodeTo(Run r) {
        return encodeTo('/' + r.getUrl(), r.getDisplayName());
    }

    public static String encodeTo(String url, String text) {
        return HyperlinkNote.encodeTo(url, text);
    }
}
