package hudson.console;

import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.User;

public class ModelHyperlinkNote extends HyperlinkNote {
    public ModelHyperlinkNote(String text, int n) {
        super((String) null, 0);
    }

    protected String extraAttributes() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(User user) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(User user, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(Item item, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(Run run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(Node node) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }
}
