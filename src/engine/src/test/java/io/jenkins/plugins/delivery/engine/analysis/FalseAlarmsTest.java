package io.jenkins.plugins.delivery.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** With {@code -Djudge.simulation=10000} it writes the table of docs/analysis.md, of so many rollouts a cell. */
class FalseAlarmsTest {
    private static final int ROLLOUTS = 200;
    /** Two in a hundred, and three standard deviations of what 200 rollouts show of it. */
    private static final double NOMINAL = 0.02 + 3 * Math.sqrt(0.02 * 0.98 / ROLLOUTS);

    private final JudgeSimulation simulation = new JudgeSimulation(ROLLOUTS, 20260302);

    @Test
    void aSequentialJudgeIsNotAlarmedMoreOftenTheMoreItLooks() {
        assertThat(simulation.errorsComparedWithStable(1)[2]).isLessThanOrEqualTo(NOMINAL);
        assertThat(simulation.errorsAgainstLimit(1)[2]).isLessThanOrEqualTo(NOMINAL);
        assertThat(simulation.latencyComparedWithStable(1)[2]).isLessThanOrEqualTo(NOMINAL);
    }

    @Test
    void anOrdinaryTestIs() {
        assertThat(simulation.errorsByOrdinaryTest(1)[2]).isGreaterThan(3 * 0.02);
    }

    @Test
    void itFindsWhatIsClearlyWorse() {
        assertThat(simulation.errorsComparedWithStable(5)[1]).isGreaterThan(0.8);
        assertThat(simulation.errorsAgainstLimit(5)[1]).isGreaterThan(0.95);
        assertThat(simulation.latencyComparedWithStable(1.5)[1]).isGreaterThan(0.9);
        assertThat(simulation.latencyByMannWhitney(1.2, 0)[0]).isGreaterThan(0.95);
    }

    @Test
    @EnabledIfSystemProperty(named = "judge.simulation", matches = "\\d+", disabledReason = "writes a table for people")
    void table() {
        JudgeSimulation many = new JudgeSimulation(Integer.getInteger("judge.simulation"), 1);
        System.out.println("| judge | version | 1 look | 10 looks | 60 looks |\n|---|---|---:|---:|---:|");
        for (double times : new double[] {1, 1.5, 2, 5}) {
            String version = times == 1 ? "as good" : Unit.plain(times, 1) + " × errors";
            row("`sequential`, errors, compared with stable", version, times, many::errorsComparedWithStable);
            row("`sequential`, errors, `max: 0.01`", version, times, many::errorsAgainstLimit);
            row("an ordinary test of errors at 2 %", version, times, many::errorsByOrdinaryTest);
        }
        for (double times : new double[] {1, 1.1, 1.2, 1.5}) {
            String version = times == 1 ? "as good" : Unit.plain(times, 1) + " × as slow";
            row("`sequential`, p95, compared with stable", version, times, many::latencyComparedWithStable);
            row("`mann-whitney`, p95", version, times, by -> many.latencyByMannWhitney(by, 0));
            row("`mann-whitney`, p95, `maxIncrease: '20%'`", version, times, by -> many.latencyByMannWhitney(by, 0.2));
        }
    }

    private static void row(String judge, String version, double times, Function<Double, double[]> simulated) {
        StringBuilder row = new StringBuilder("| " + judge + " | " + version + " |");
        for (double share : simulated.apply(times)) {
            row.append(String.format(Locale.ROOT, " %.1f %% |", 100 * share));
        }
        System.out.println(row);
    }
}
