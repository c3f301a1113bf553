package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** One clear message for what ended a run, with place and remedy. */
record Explanation(
        @CheckForNull String error,
        @CheckForNull String place,
        @CheckForNull String remedy) {
    private static final Pattern LINE = Pattern.compile(Pattern.quote(ScriptCompiler.MAIN) + ": (\\d+):");

    /** @param call where the step was called that failed; null where nothing is known */
    static Explanation of(
            @CheckForNull Throwable failure, PipelineRequest request, @CheckForNull StackTraceElement call) {
        if (failure == null) {
            return new Explanation(null, null, null);
        }
        String file = request.jenkinsfile() == null
                ? "Jenkinsfile"
                : request.jenkinsfile().toString();
        return new Explanation(message(failure), place(failure, file, call), remedy(failure, request));
    }

    private static String message(Throwable failure) {
        if (failure instanceof ProgramNotSaved unsaved) {
            String variable = unsaved.variable() == null ? "A value" : "The variable '" + unsaved.variable() + "'";
            return variable + " holds a " + unsaved.getMessage()
                    + ", which cannot be saved while the pipeline waits for a step";
        }
        String text = StageTree.message(failure);
        return failure instanceof MultipleCompilationErrorsException ? compilation(text) : text;
    }

    /** What is wrong comes first; the place is told apart from it. */
    private static String compilation(String text) {
        return text.replaceFirst("^startup failed:\\s*", "")
                .replaceFirst("^" + LINE.pattern() + "\\s*", "")
                .replaceFirst("\\s*\\d+ errors?\\s*$", "")
                .replace(ScriptCompiler.MAIN + ":", "Jenkinsfile:")
                .strip();
    }

    @CheckForNull
    private static String place(Throwable failure, String file, @CheckForNull StackTraceElement call) {
        if (failure instanceof MultipleCompilationErrorsException) {
            Matcher line = LINE.matcher(failure.getMessage());
            return line.find() ? file + ":" + line.group(1) : null;
        }
        StackTraceElement thrown = Errors.place(failure);
        StackTraceElement frame = thrown == null ? call : thrown;
        if (frame == null) {
            Matcher line = Pattern.compile("@\\S+\\(" + ScriptCompiler.MAIN + ":(\\d+)\\)")
                    .matcher(causes(failure));
            return line.find() ? file + ":" + line.group(1) : null;
        }
        String name = ScriptCompiler.MAIN.equals(frame.getFileName()) ? file : frame.getFileName();
        return name + ":" + frame.getLineNumber();
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(t).append('\n');
        }
        return text.toString();
    }

    @CheckForNull
    private static String remedy(Throwable failure, PipelineRequest request) {
        if (failure instanceof ProgramNotSaved) {
            return "Keep it inside a @NonCPS function, or set the variable to null before the next step";
        }
        if (failure instanceof RejectedAccessException) {
            return "Use a step instead, move the call into a trusted library, or have an administrator approve the signature";
        }
        if (failure instanceof MissingContextVariableException) {
            return "Call the step inside node { … }, or give the stage an agent";
        }
        if (failure instanceof MultipleCompilationErrorsException) {
            return "Correct the script at the place named";
        }
        boolean missing = request.jenkinsfile() != null
                && String.valueOf(failure.getMessage()).endsWith(" not found");
        return missing ? "Give the path of a Jenkinsfile" : null;
    }
}
