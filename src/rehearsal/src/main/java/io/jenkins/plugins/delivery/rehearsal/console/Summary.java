package io.jenkins.plugins.delivery.rehearsal.console;

import io.jenkins.plugins.delivery.rehearsal.console.Terminal.Colour;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Expectation;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Problem;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Times;
import java.time.Duration;

/** The end of a rehearsal: verdict, what was demanded, times, what was simulated, and where the report lies. */
public final class Summary {
    private final Terminal terminal;

    /** A summary on a terminal. */
    public Summary(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param report how the report is called from where the user is */
    public void show(RehearsalResult result, String report) {
        terminal.bottom("");
        terminal.line("");
        verdict(result);
        times(result.times());
        terminal.line("");
        terminal.line(terminal.in(Colour.BOLD, "Simulated"));
        result.simulated().forEach(one -> terminal.line("  " + terminal.in(Colour.PLAIN, one)));
        terminal.line(terminal.in(
                Colour.PLAIN,
                result.stubbed().isEmpty()
                        ? "  No step was a stub."
                        : "  Steps that did nothing: " + String.join(", ", result.stubbed())));
        terminal.line("");
        terminal.line("Report: " + report);
    }

    /** What is wrong, where, and what to do. */
    public void problem(Problem error) {
        String place = error.place() == null ? "" : error.place();
        String line = place + (place.isEmpty() || error.message().isEmpty() ? "" : ": ") + error.message();
        if (!line.isEmpty()) {
            terminal.line(terminal.in(Colour.BAD, line));
        }
        if (error.remedy() != null) {
            terminal.line(terminal.in(Colour.PLAIN, error.remedy()));
        }
    }

    private void verdict(RehearsalResult result) {
        Colour colour = "SUCCESS".equals(result.result()) ? Colour.OK : Colour.BAD;
        terminal.line(
                terminal.in(colour, result.result() + ": " + result.verdict().headline()));
        if (!result.verdict().detail().isEmpty()) {
            terminal.line(terminal.in(Colour.PLAIN, result.verdict().detail()));
        }
        Problem error = result.error();
        if (error != null) {
            problem(
                    error.message().contains(result.verdict().headline().replaceFirst("\\.$", ""))
                            ? new Problem("", error.place(), error.remedy())
                            : error);
        }
        Expectation expectation = result.expectation();
        if (expectation != null) {
            expectation(expectation);
        }
    }

    private void expectation(Expectation expectation) {
        if (expectation.met()) {
            terminal.line(terminal.in(Colour.OK, "This is what the scenario expects."));
        } else {
            terminal.line(terminal.in(Colour.BAD, "This is not what the scenario expects:"));
            expectation.lines().forEach(line -> terminal.line("  " + terminal.in(Colour.BAD, line)));
        }
    }

    private void times(Times times) {
        terminal.line(terminal.in(
                Colour.DIM,
                "Took " + elapsed(times.realMillis()) + " (the pipeline's own programs "
                        + elapsed(times.programsMillis())
                        + ", pods and requests "
                        + elapsed(times.clusterMillis())
                        + ", the rehearsal " + elapsed(times.overheadMillis()) + "), played "
                        + elapsed(times.virtualMillis())));
    }

    private static String elapsed(long millis) {
        return Elapsed.text(Duration.ofMillis(millis));
    }
}
