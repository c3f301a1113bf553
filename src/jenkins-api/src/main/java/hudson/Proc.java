package hudson;

import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;

public abstract class Proc {
    protected Proc() {}

    public abstract boolean isAlive() throws IOException, InterruptedException;

    public abstract void kill() throws IOException, InterruptedException;

    public abstract int join() throws IOException, InterruptedException;

    public abstract InputStream getStdout();

    public abstract InputStream getStderr();

    public abstract OutputStream getStdin();

    public final int joinWithTimeout(long n, TimeUnit timeUnit, TaskListener taskListener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static final class LocalProc extends Proc {
        public static final InputStream SELFPUMP_INPUT = null;
        public static final OutputStream SELFPUMP_OUTPUT = null;

        public LocalProc(String text, Map<String, String> map, OutputStream outputStream, File file)
                throws IOException {}

        public LocalProc(String[] text, Map<String, String> map, InputStream inputStream, OutputStream outputStream)
                throws IOException {}

        public LocalProc(String text, String[] text2, OutputStream outputStream, File file) throws IOException {}

        public LocalProc(String[] text, String[] text2, OutputStream outputStream, File file) throws IOException {}

        public LocalProc(String[] text, String[] text2, InputStream inputStream, OutputStream outputStream)
                throws IOException {}

        public LocalProc(String[] text, String[] text2, InputStream inputStream, OutputStream outputStream, File file)
                throws IOException {}

        public LocalProc(
                String[] text,
                String[] text2,
                InputStream inputStream,
                OutputStream outputStream,
                OutputStream outputStream2,
                File file)
                throws IOException {}

        public InputStream getStdout() {
            throw new UnsupportedOperationException("unwritten");
        }

        public InputStream getStderr() {
            throw new UnsupportedOperationException("unwritten");
        }

        public OutputStream getStdin() {
            throw new UnsupportedOperationException("unwritten");
        }

        public int join() throws InterruptedException, IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean isAlive() throws IOException, InterruptedException {
            throw new UnsupportedOperationException("unwritten");
        }

        public void kill() throws InterruptedException, IOException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
