package hudson.console;

/** A link in a console. The console of this machine is plain text, so that only the text of a link is written. */
public class HyperlinkNote extends ConsoleNote<Object> {
    private static final long serialVersionUID = 1;
    private final String url;
    private final int length;

    public HyperlinkNote(String url, int length) {
        this.url = url;
        this.length = length;
    }

    @Override
    public String toString() {
        return url + " for " + length + " characters";
    }

    public static String encodeTo(String url, String text) {
        return text.replace('\n', ' ');
    }
}
