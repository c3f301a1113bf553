package hudson.util;

import hudson.console.LineTransformationOutputStream;
import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A listener that writes to a logger, line by line. */
public class LogTaskListener implements TaskListener, Closeable {
    private static final long serialVersionUID = 1;
    private final transient PrintStream out;

    public LogTaskListener(Logger logger, Level level) {
        out = new PrintStream(new Lines(logger, level), true, StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream getLogger() {
        return out;
    }

    @Override
    public void close() {
        out.close();
    }

    private static final class Lines extends LineTransformationOutputStream {
        private final Logger logger;
        private final Level level;

        Lines(Logger logger, Level level) {
            this.logger = logger;
            this.level = level;
        }

        @Override
        protected void eol(byte[] line, int length) {
            String text = new String(line, 0, length, StandardCharsets.UTF_8);
            logger.log(level, () -> trimEOL(text));
        }
    }
}
