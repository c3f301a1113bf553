package io.jenkins.plugins.delivery.rehearsal;

import io.jenkins.plugins.delivery.rehearsal.console.ProgressDisplay;
import io.jenkins.plugins.delivery.rehearsal.console.Summary;
import io.jenkins.plugins.delivery.rehearsal.console.Terminal;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Problem;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Rehearses a pipeline: {@code mvn -q compile exec:java}, with {@code -Dpipeline=PATH}, {@code -Dscenario=NAME}, {@code
 * -Dkubeconfig=PATH} and {@code -Dverbose}.
 *
 * <p>Ends the JVM with 0 if the pipeline ended with SUCCESS, 1 if it ended otherwise, and 2 if it could not be rehearsed.
 * Ending the JVM, rather than an exception, makes Maven fail without a word of its own.
 */
public final class Main {
    static final int SUCCESS = 0;
    static final int OTHER_RESULT = 1;
    static final int NOT_REHEARSED = 2;

    private final PrintStream out;
    private final Terminal terminal;
    private final boolean verbose;

    private Main(PrintStream out, boolean interactive, Map<String, String> environment, boolean verbose) {
        this.out = out;
        this.terminal = Terminal.of(out, interactive, environment);
        this.verbose = verbose;
    }

    /** Rehearses what the system properties say. */
    public static void main(String[] arguments) {
        int code = run(System.getProperties(), System.out, System.console() != null, System.getenv());
        System.out.flush();
        System.exit(code);
    }

    static int run(Properties properties, PrintStream out, boolean interactive, Map<String, String> environment) {
        return new Main(out, interactive, environment, Options.flag(properties, "verbose")).run(properties);
    }

    private int run(Properties properties) {
        long start = System.nanoTime();
        try {
            Options options = Options.of(properties);
            terminal.line("Rehearsing " + options.shown(options.jenkinsfile())
                    + options.scenarioName().map(name -> ", scenario " + name).orElse(""));
            Path home = options.reportFolder().resolve("home");
            Folders.delete(home);
            RehearsalResult result =
                    new Rehearsal(options, new ProgressDisplay(terminal, verbose), new Recording(), home).run(start);
            Path page = options.reportFolder().resolve("index.html");
            new Summary(terminal).show(result, options.shown(page));
            return "SUCCESS".equals(result.result()) ? SUCCESS : OTHER_RESULT;
        } catch (RehearsalException e) {
            new Summary(terminal).problem(e.problem());
            trace(e);
        } catch (IOException e) {
            new Summary(terminal)
                    .problem(new Problem(
                            "What an earlier rehearsal left cannot be deleted: " + e.getMessage(),
                            null,
                            "Check the permissions of target/rehearsal."));
            trace(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            terminal.line("Interrupted");
        } catch (RuntimeException e) {
            terminal.line("The rehearsal itself failed: " + e + (verbose ? "" : " (-Dverbose shows where)"));
            trace(e);
        }
        return NOT_REHEARSED;
    }

    private void trace(Exception e) {
        if (verbose) {
            e.printStackTrace(out);
        }
    }
}
