package hudson.console;

public class HyperlinkNote extends ConsoleNote {
    public HyperlinkNote(String text, int n) {}

    protected String extraAttributes() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encodeTo(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }
}
