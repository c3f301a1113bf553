package io.jenkins.plugins.delivery.steps.smoke;

import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Tells the log and the status of the step what comes in, without drowning anybody. */
final class SmokeProgress {
    private static final int FEW = 100;
    private static final int MOST_FAILURES = 200;

    private final PrintStream log;
    private final int total;
    private final Map<String, String> last = new HashMap<>();
    private int failures;

    SmokeProgress(PrintStream log, int total) {
        this.log = log;
        this.total = total;
    }

    /** One line for each check that passes or changes its mind; of many checks only what fails, and every tenth part. */
    synchronized void heard(Attempt attempt) {
        String now = attempt.mismatch() == null ? "passed" : attempt.mismatch().toString();
        String before = last.put(attempt.check(), now);
        boolean news = !now.equals(before);
        if (news && !attempt.passed() && failures++ < MOST_FAILURES) {
            log.println("  " + attempt.check() + ": " + now);
        } else if (news && attempt.passed() && (total <= FEW || before != null)) {
            log.println("  " + attempt.check() + ": passed" + latency(attempt));
        }
        if (before == null && total > FEW && last.size() % Math.max(1, total / 10) == 0) {
            log.println("  " + last.size() + " of " + total + " checks tried");
        }
    }

    private static String latency(Attempt attempt) {
        int samples = attempt.millis().size();
        return samples == 0 ? "" : " in " + attempt.millis().get(samples - 1) + " ms";
    }

    /** How far the first time of all checks is, or nothing after that. */
    synchronized String status() {
        return last.size() >= total ? "" : last.size() + " of " + total + " checks tried; ";
    }
}
