package hudson;

import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import hudson.util.ArgumentListBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

public abstract class Launcher {
    protected final TaskListener listener = null;
    protected final VirtualChannel channel = null;
    public static boolean showFullPath;

    protected Launcher(TaskListener taskListener, VirtualChannel virtualChannel) {}

    protected Launcher(Launcher launcher) {}

    public VirtualChannel getChannel() {
        throw new UnsupportedOperationException("unwritten");
    }

    public TaskListener getListener() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Computer getComputer() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Launcher.ProcStarter launch() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(String text, Map<String, String> map, OutputStream outputStream, FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(String[] text, Map<String, String> map, OutputStream outputStream, FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(String[] text, Map<String, String> map, InputStream inputStream, OutputStream outputStream)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(
            String[] text, boolean[] flag, Map<String, String> map, OutputStream outputStream, FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(
            String[] text, boolean[] flag, Map<String, String> map, InputStream inputStream, OutputStream outputStream)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(String text, String[] text2, OutputStream outputStream, FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(String[] text, String[] text2, OutputStream outputStream, FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(String[] text, String[] text2, InputStream inputStream, OutputStream outputStream)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(
            String[] text, boolean[] flag, String[] text2, OutputStream outputStream, FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Proc launch(
            String[] text, boolean[] flag, String[] text2, InputStream inputStream, OutputStream outputStream)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Proc launch(
            String[] text, String[] text2, InputStream inputStream, OutputStream outputStream, FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Proc launch(
            String[] text,
            boolean[] flag,
            String[] text2,
            InputStream inputStream,
            OutputStream outputStream,
            FilePath filePath)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract Proc launch(Launcher.ProcStarter procStarter) throws IOException;

    public boolean isUnix() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract void kill(Map<String, String> map) throws IOException, InterruptedException;

    protected final void printCommandLine(String[] text, FilePath filePath) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected final void maskedPrintCommandLine(List<String> list, boolean[] flag, FilePath filePath) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected final void maskedPrintCommandLine(String[] text, boolean[] flag, FilePath filePath) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Launcher decorateByPrefix(String... text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Launcher decorateByEnv(EnvVars envVars) {
        throw new UnsupportedOperationException("unwritten");
    }

    public class DecoratedLauncher extends Launcher {
        public DecoratedLauncher() {
            super((TaskListener) null, (VirtualChannel) null);
        }

        public Proc launch(Launcher.ProcStarter procStarter) throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public void kill(Map<String, String> map) throws IOException, InterruptedException {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean isUnix() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Proc launch(
                String[] text,
                boolean[] flag,
                String[] text2,
                InputStream inputStream,
                OutputStream outputStream,
                FilePath filePath)
                throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public Computer getComputer() {
            throw new UnsupportedOperationException("unwritten");
        }

        public TaskListener getListener() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String toString() {
            throw new UnsupportedOperationException("unwritten");
        }

        public VirtualChannel getChannel() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Proc launch(
                String[] text, String[] text2, InputStream inputStream, OutputStream outputStream, FilePath filePath)
                throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher getInner() {
            throw new UnsupportedOperationException("unwritten");
        }
    }

    public static class LocalLauncher extends Launcher {
        public LocalLauncher(TaskListener taskListener) {
            super((TaskListener) null, (VirtualChannel) null);
        }

        public LocalLauncher(TaskListener taskListener, VirtualChannel virtualChannel) {
            super((TaskListener) null, (VirtualChannel) null);
        }

        public Proc launch(Launcher.ProcStarter procStarter) throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public void kill(Map<String, String> map) throws InterruptedException {
            throw new UnsupportedOperationException("unwritten");
        }
    }

    public final class ProcStarter {
        protected List<String> commands;
        protected boolean[] masks;
        protected FilePath pwd;
        protected OutputStream stdout;
        protected OutputStream stderr;
        protected InputStream stdin;
        protected String[] envs;
        protected boolean reverseStdin;
        protected boolean reverseStdout;
        protected boolean reverseStderr;

        public ProcStarter() {}

        public Launcher.ProcStarter cmdAsSingleString(String text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter cmds(String... text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter cmds(File file, String... text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter cmds(List<String> list) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter cmds(ArgumentListBuilder argumentListBuilder) {
            throw new UnsupportedOperationException("unwritten");
        }

        public List<String> cmds() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter masks(boolean... flag) {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean[] masks() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter quiet(boolean flag) {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean quiet() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter pwd(FilePath filePath) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter pwd(File file) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter pwd(String text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public FilePath pwd() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter stdout(OutputStream outputStream) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter stdout(TaskListener taskListener) {
            throw new UnsupportedOperationException("unwritten");
        }

        public OutputStream stdout() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter stderr(OutputStream outputStream) {
            throw new UnsupportedOperationException("unwritten");
        }

        public OutputStream stderr() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter stdin(InputStream inputStream) {
            throw new UnsupportedOperationException("unwritten");
        }

        public InputStream stdin() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter envs(Map<String, String> map) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter envs(String... text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public String[] envs() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter readStdout() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter readStderr() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter writeStdin() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Proc start() throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public int join() throws IOException, InterruptedException {
            throw new UnsupportedOperationException("unwritten");
        }

        public Launcher.ProcStarter copy() {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
