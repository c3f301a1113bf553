package io.jenkins.plugins.delivery.steps;

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
    private int round;
    private int heard;
    private int failures;

    SmokeProgress(PrintStream log, int total) {
        this.log = log;
        this.total = total;
    }

    synchronized void begin(int checks) {
        round = checks;
        heard = 0;
    }

    /** One line for each check that passes or changes its mind; of many checks only what fails, and every tenth part. */
    synchronized void heard(Attempt attempt) {
        heard++;
        String now = attempt.mismatch() == null ? "passed" : attempt.mismatch().toString();
        String before = last.put(attempt.check(), now);
        boolean news = !now.equals(before);
        if (news && !attempt.passed() && failures++ < MOST_FAILURES) {
            log.println("  " + attempt.check() + ": " + now);
        } else if (news && attempt.passed() && (total <= FEW || before != null)) {
            log.println("  " + attempt.check() + ": passed" + latency(attempt));
        }
        if (round > FEW && heard % Math.max(1, round / 10) == 0) {
            log.println("  " + heard + " of " + round + " checks tried");
        }
    }

    private static String latency(Attempt attempt) {
        int samples = attempt.millis().size();
        return samples == 0 ? "" : " in " + attempt.millis().get(samples - 1) + " ms";
    }

    /** How far the round is, or nothing between rounds. */
    synchronized String status() {
        return heard >= round ? "" : heard + " of " + round + " checks tried; ";
    }
}
