package hudson.model;

import hudson.console.ConsoleNote;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public interface TaskListener extends SerializableOnlyOverRemoting {
    public static final TaskListener NULL = null;

    public PrintStream getLogger();

    public default Charset getCharset() {
        throw new UnsupportedOperationException("unwritten");
    }

    public default void annotate(ConsoleNote consoleNote) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public default void hyperlink(String text, String text2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public default PrintWriter error(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default PrintWriter error(String text, Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default PrintWriter fatalError(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default PrintWriter fatalError(String text, Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }
}
