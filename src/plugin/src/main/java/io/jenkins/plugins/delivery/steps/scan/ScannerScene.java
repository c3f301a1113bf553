package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What scanners need to be started with, for one turn of the step.
 *
 * @param folder what they look at, and where they start
 * @param results where their reports go: beside the workspace, so that no scanner finds those of others
 * @param cookie marks their processes
 */
record ScannerScene(
        ScannerCatalog catalog,
        Launcher launcher,
        EnvVars environment,
        FilePath folder,
        FilePath results,
        @CheckForNull String image,
        Duration timeout,
        Instant now,
        Run<?, ?> run,
        PrintStream log,
        String cookie) {
    /** A variable that processes of a scan have in their environment, and that nobody else sets. */
    static final String COOKIE = "DELIVERY_SCAN_COOKIE";

    /** @throws IOException if it cannot be started; a program that is not there may as well end with 127 */
    Proc start(
            List<String> command, Map<String, String> variables, OutputStream output, @CheckForNull OutputStream errors)
            throws IOException {
        EnvVars all = new EnvVars(environment);
        variables.forEach(all::put);
        all.put(COOKIE, cookie);
        Launcher.ProcStarter starter = launcher.launch()
                .cmds(found(command))
                .envs(all)
                .pwd(folder)
                .quiet(true)
                .stdout(output);
        return errors == null ? starter.start() : starter.stderr(errors).start();
    }

    /** Java looks programs up on the PATH of the agent's own process; env(1) looks on the one of the build. */
    private List<String> found(List<String> command) {
        if (!launcher.isUnix()) {
            return command;
        }
        List<String> withEnv = new ArrayList<>(command);
        withEnv.add(0, "env");
        return withEnv;
    }

    /** Ends whatever was started for this scan, also before the controller was restarted. */
    void killAll() throws IOException, InterruptedException {
        launcher.kill(Map.of(COOKIE, cookie));
    }

    void tell(String line) {
        log.println("securityScan: " + line);
    }
}
