package hudson;

import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import hudson.util.ArgumentListBuilder;
import io.jenkins.plugins.delivery.jenkinsapi.LocalProcess;
import io.jenkins.plugins.delivery.jenkinsapi.QuotedWords;
import io.jenkins.plugins.delivery.jenkinsapi.ThisMachine;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/** Starts processes on the machine that does the work. */
public abstract class Launcher {
    protected final TaskListener listener;
    protected final VirtualChannel channel;

    protected Launcher(TaskListener listener, VirtualChannel channel) {
        this.listener = listener;
        this.channel = channel;
    }

    protected Launcher(Launcher launcher) {
        this(launcher.listener, launcher.channel);
    }

    public VirtualChannel getChannel() {
        return channel;
    }

    public TaskListener getListener() {
        return listener;
    }

    public Computer getComputer() {
        return Jenkins.get().getComputer("");
    }

    public boolean isUnix() {
        return File.pathSeparatorChar == ':';
    }

    public final ProcStarter launch() {
        return new ProcStarter();
    }

    public abstract Proc launch(ProcStarter starter) throws IOException;

    /** Ends all processes whose environment has these variables. */
    public abstract void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException;

    protected final void maskedPrintCommandLine(List<String> cmd, boolean[] mask, FilePath workDir) {
        StringBuilder line = new StringBuilder("[")
                .append(workDir == null ? "" : workDir.getName())
                .append("] $");
        for (int i = 0; i < cmd.size(); i++) {
            boolean masked = mask != null && i < mask.length && mask[i];
            String shown = masked ? "********" : cmd.get(i);
            line.append(' ').append(shown.indexOf(' ') >= 0 ? '"' + shown + '"' : shown);
        }
        listener.getLogger().println(line);
    }

    /** The same launcher whose commands run with {@code prefix} in front. */
    public final Launcher decorateByPrefix(String... prefix) {
        Launcher outer = this;
        return new Launcher(outer) {
            @Override
            public Proc launch(ProcStarter starter) throws IOException {
                starter.commands.addAll(0, List.of(prefix));
                if (starter.masks != null) {
                    boolean[] masks = new boolean[starter.masks.length + prefix.length];
                    System.arraycopy(starter.masks, 0, masks, prefix.length, starter.masks.length);
                    starter.masks = masks;
                }
                return outer.launch(starter);
            }

            @Override
            public void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException {
                outer.kill(modelEnvVars);
            }
        };
    }

    /** The same launcher whose commands run with these variables in addition. */
    public final Launcher decorateByEnv(EnvVars env) {
        Launcher outer = this;
        return new Launcher(outer) {
            @Override
            public Proc launch(ProcStarter starter) throws IOException {
                EnvVars all = new EnvVars(env);
                for (String each : starter.envs()) {
                    all.addLine(each);
                }
                starter.envs(all);
                return outer.launch(starter);
            }

            @Override
            public void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException {
                outer.kill(modelEnvVars);
            }
        };
    }

    /** Starts processes on this machine. */
    public static class LocalLauncher extends Launcher {
        public LocalLauncher(TaskListener listener) {
            this(listener, ThisMachine.CHANNEL);
        }

        public LocalLauncher(TaskListener listener, VirtualChannel channel) {
            super(listener, channel);
        }

        @Override
        public Proc launch(ProcStarter ps) throws IOException {
            if (!ps.quiet()) {
                maskedPrintCommandLine(ps.cmds(), ps.masks(), ps.pwd());
            }
            ProcessBuilder builder = new ProcessBuilder(ps.cmds());
            if (ps.pwd() != null) {
                builder.directory(new File(ps.pwd().getRemote()));
            }
            EnvVars env = new EnvVars(EnvVars.masterEnvVars);
            EnvVars given = new EnvVars();
            Arrays.stream(ps.envs()).forEach(given::addLine);
            env.overrideExpandingAll(given);
            builder.environment().clear();
            builder.environment().putAll(env);
            boolean separate = ps.stderr() != null || ps.reverseStderr;
            builder.redirectErrorStream(!separate);
            return connect(ps, new LocalProcess(builder.start(), env), separate);
        }

        private static Proc connect(ProcStarter ps, LocalProcess proc, boolean separateErrors) throws IOException {
            if (!ps.reverseStdout) {
                OutputStream out = ps.stdout() == null ? OutputStream.nullOutputStream() : ps.stdout();
                proc.copy(proc.getStdout(), out, false);
            }
            if (separateErrors && !ps.reverseStderr) {
                proc.copy(proc.getStderr(), ps.stderr(), false);
            }
            if (ps.stdin() != null) {
                proc.copy(ps.stdin(), proc.getStdin(), true);
            } else if (!ps.reverseStdin) {
                proc.getStdin().close();
            }
            return proc;
        }

        @Override
        public void kill(Map<String, String> modelEnvVars) throws InterruptedException {
            LocalProcess.killAll(modelEnvVars);
        }
    }

    /** What to start, and how. */
    public final class ProcStarter {
        protected List<String> commands = new ArrayList<>();
        protected boolean[] masks;
        protected FilePath pwd;
        protected OutputStream stdout;
        protected OutputStream stderr;
        protected InputStream stdin;
        protected String[] envs = new String[0];
        protected boolean reverseStdin;
        protected boolean reverseStdout;
        protected boolean reverseStderr;
        private boolean quiet;

        public ProcStarter() {}

        public ProcStarter cmds(String... args) {
            return cmds(List.of(args));
        }

        public ProcStarter cmds(List<String> args) {
            commands = new ArrayList<>(args);
            return this;
        }

        public ProcStarter cmds(ArgumentListBuilder args) {
            commands = new ArrayList<>(args.toList());
            masks = args.toMaskArray();
            return this;
        }

        /** Split at blanks, but not within quotes. */
        public ProcStarter cmdAsSingleString(String s) {
            return cmds(QuotedWords.split(s));
        }

        public List<String> cmds() {
            return commands;
        }

        /** Which of the words must not be shown. */
        public ProcStarter masks(boolean... masks) {
            this.masks = masks;
            return this;
        }

        public boolean[] masks() {
            return masks;
        }

        /** Does not print the command line. */
        public ProcStarter quiet(boolean quiet) {
            this.quiet = quiet;
            return this;
        }

        public boolean quiet() {
            return quiet;
        }

        public ProcStarter pwd(FilePath workDir) {
            pwd = workDir;
            return this;
        }

        public ProcStarter pwd(File workDir) {
            return pwd(new FilePath(workDir));
        }

        public ProcStarter pwd(String workDir) {
            return pwd(new FilePath(getChannel(), workDir));
        }

        public FilePath pwd() {
            return pwd;
        }

        public ProcStarter stdout(OutputStream out) {
            stdout = out;
            return this;
        }

        public ProcStarter stdout(TaskListener out) {
            return stdout(out.getLogger());
        }

        public OutputStream stdout() {
            return stdout;
        }

        public ProcStarter stderr(OutputStream err) {
            stderr = err;
            return this;
        }

        public OutputStream stderr() {
            return stderr;
        }

        public ProcStarter stdin(InputStream in) {
            stdin = in;
            return this;
        }

        public InputStream stdin() {
            return stdin;
        }

        public ProcStarter envs(Map<String, String> overrides) {
            return envs(overrides.entrySet().stream()
                    .map(each -> each.getKey() + '=' + each.getValue())
                    .toArray(String[]::new));
        }

        public ProcStarter envs(String... overrides) {
            envs = overrides;
            return this;
        }

        public String[] envs() {
            return envs.clone();
        }

        /** Leaves the output to be read from the {@link Proc}. */
        public ProcStarter readStdout() {
            reverseStdout = true;
            return this;
        }

        public ProcStarter readStderr() {
            reverseStderr = true;
            return this;
        }

        public ProcStarter writeStdin() {
            reverseStdin = true;
            return this;
        }

        public Proc start() throws IOException {
            return Launcher.this.launch(this);
        }

        public int join() throws IOException, InterruptedException {
            return start().join();
        }
    }
}
