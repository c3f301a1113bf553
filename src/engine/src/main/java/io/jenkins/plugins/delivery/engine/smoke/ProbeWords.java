package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.secret.SecretForms;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** What went wrong with an attempt, in words that hold no secret. */
final class ProbeWords {
    private static final int SHORTEST_SECRET = 4;

    private ProbeWords() {}

    static Attempt failed(Check check, Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof MismatchException known) {
            return Attempt.failed(
                    check, known.mismatch().expected(), known.mismatch().actual());
        }
        return Attempt.failed(check, check.awaited(), words(check, cause));
    }

    private static String words(Check check, Throwable problem) {
        boolean late = problem instanceof InterruptedIOException && "timeout".equals(problem.getMessage());
        if (late || problem instanceof SocketTimeoutException) {
            return "none within " + check.requestTimeout().toMillis() + " ms";
        }
        if (problem instanceof UnknownHostException) {
            return "no address of " + check.host();
        }
        if (problem instanceof ConnectException) {
            return "connection refused";
        }
        String message = problem.getMessage();
        if (problem instanceof ProbeException) {
            return message;
        }
        boolean canceled = problem instanceof IOException && "Canceled".equals(message);
        return canceled ? "stopped" : problem.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** A server may answer with what it was sent: values of variables and credentials are not repeated. */
    static Attempt masked(
            Attempt attempt, Check check, @CheckForNull CheckCredential credential, Map<String, String> variables) {
        Mismatch mismatch = attempt.mismatch();
        if (mismatch == null) {
            return attempt;
        }
        Map<String, String> hidden = new LinkedHashMap<>();
        check.uses().forEach(name -> hidden.put(variables.getOrDefault(name, ""), "${" + name + "}"));
        if (credential instanceof CheckCredential.Authorization authorization) {
            authorization.secrets().forEach(secret -> hidden.put(secret, "****"));
        }
        return new Attempt(
                attempt.check(),
                new Mismatch(masked(mismatch.expected(), hidden), masked(mismatch.actual(), hidden)),
                attempt.millis(),
                attempt.extracted());
    }

    private static String masked(String text, Map<String, String> hidden) {
        String masked = text;
        for (Map.Entry<String, String> one : hidden.entrySet()) {
            if (one.getKey().length() >= SHORTEST_SECRET) {
                masked = SecretForms.hide(masked, List.of(one.getKey()), one.getValue());
            }
        }
        return masked;
    }
}
