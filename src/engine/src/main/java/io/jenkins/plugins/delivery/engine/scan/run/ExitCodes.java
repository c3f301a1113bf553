package io.jenkins.plugins.delivery.engine.scan.run;

import java.util.Map;
import java.util.Set;

/**
 * What a scanner says by its exit code.
 *
 * @param clean it has looked at everything and found nothing, or does not say by its exit code what it found
 * @param findings it has looked at everything and found something: no error
 * @param errors what it means by others, in words; those that are nowhere are errors without a word
 */
public record ExitCodes(Set<Integer> clean, Set<Integer> findings, Map<Integer, String> errors) {
    private static final Map<Integer, String> KILLED = Map.of(
            124, "a time-out", 126, "not executable", 127, "not found", 137, "killed, perhaps for lack of memory");

    public ExitCodes {
        clean = Set.copyOf(clean);
        findings = Set.copyOf(findings);
        errors = Map.copyOf(errors);
    }

    /** Only 0 is no error. */
    public static ExitCodes zero() {
        return new ExitCodes(Set.of(0), Set.of(), Map.of());
    }

    /** 0, or these where it found something. */
    public static ExitCodes findings(Integer... codes) {
        return new ExitCodes(Set.of(0), Set.of(codes), Map.of());
    }

    ExitCodes with(int code, String meaning) {
        return new ExitCodes(clean, findings, Map.of(code, meaning));
    }

    public boolean isError(int code) {
        return !clean.contains(code) && !findings.contains(code);
    }

    /** The code with what it means, such as {@code exit code 128, found no packages}. */
    public String words(int code) {
        String meaning = errors.getOrDefault(code, KILLED.getOrDefault(code, ""));
        return "exit code " + code + (meaning.isEmpty() ? "" : ", " + meaning);
    }
}
