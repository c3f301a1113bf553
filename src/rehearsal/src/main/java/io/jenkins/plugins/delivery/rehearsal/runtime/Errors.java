package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Prints failures as Jenkins does, with the frames of the pipeline's own code; all other frames shrink to {@code at ...}. */
public final class Errors {
    /** Scripts of the rehearsal itself are no code of the user. */
    private static final String OWN = "io.jenkins.plugins.delivery.rehearsal.";

    private Errors() {}

    /** Tells the log what ended a run, a branch or an attempt. */
    public static void report(Throwable error, Run<?, ?> run, TaskListener listener) {
        if (error instanceof FlowInterruptedException interrupted) {
            interrupted.handle(run, listener);
        } else if (error instanceof AbortException) {
            listener.getLogger().println("ERROR: " + error.getMessage());
        } else {
            print(error, listener.getLogger());
        }
    }

    /** The failure with its frames, as a text. */
    public static String trace(Throwable error) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        print(error, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void print(Throwable error, PrintStream out) {
        print(error, out, new IdentityHashMap<>());
    }

    private static void print(Throwable error, PrintStream out, Map<Throwable, Boolean> seen) {
        if (seen.put(error, true) != null) {
            return;
        }
        Throwable cause = error.getCause();
        String prefix = "";
        if (cause != null && !seen.containsKey(cause)) {
            print(cause, out, seen);
            prefix = "Caused: ";
        }
        out.println(prefix + error);
        boolean skipped = false;
        for (StackTraceElement frame : error.getStackTrace()) {
            if (isPipelineCode(frame)) {
                out.println("\tat " + frame);
                skipped = false;
            } else if (!skipped) {
                out.println("\tat ...");
                skipped = true;
            }
        }
    }

    static boolean isPipelineCode(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null
                && (file.equals(ScriptCompiler.MAIN) || file.endsWith(".groovy"))
                && !frame.getClassName().startsWith("org.codehaus.groovy.")
                && !frame.getClassName().startsWith("com.cloudbees.groovy.")
                && !frame.getClassName().startsWith(OWN);
    }

    /** Where in the pipeline's code the error comes from. */
    @CheckForNull
    static StackTraceElement place(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            for (StackTraceElement frame : t.getStackTrace()) {
                if (isPipelineCode(frame)) {
                    return frame;
                }
            }
        }
        return null;
    }
}
