package io.jenkins.plugins.delivery.engine.approval.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When changes may take effect: in all of these opening hours, and in no freeze.
 *
 * @param hours empty means always
 * @param freezes as they were declared, past ones too
 */
public record DeploymentCalendar(List<OpeningHours> hours, List<Freeze> freezes) {
    /** Always open. */
    public static final DeploymentCalendar ALWAYS = new DeploymentCalendar(List.of(), List.of());

    public DeploymentCalendar {
        hours = List.copyOf(hours);
        freezes = List.copyOf(freezes);
    }

    /**
     * @param rules each as {@link OpeningHours#parse} reads it
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException if one of them is not written so
     */
    public static DeploymentCalendar parse(List<String> rules) {
        return new DeploymentCalendar(rules.stream().map(OpeningHours::parse).toList(), List.of());
    }

    /** The same, with these freezes too. */
    public DeploymentCalendar frozenBy(List<Freeze> more) {
        return new DeploymentCalendar(
                hours, Stream.concat(freezes.stream(), more.stream()).toList());
    }

    /** Whether a change may take effect at that moment. */
    public boolean isOpen(Instant instant) {
        return hours.stream().allMatch(one -> one.contains(instant))
                && freezes.stream().noneMatch(freeze -> freeze.contains(instant));
    }

    /**
     * This moment if it is open, else the first one after it that is.
     *
     * @return empty if it does not open within nine years, in which every date there is comes round
     */
    public Optional<Instant> nextOpening(Instant after) {
        return isOpen(after) ? Optional.of(after) : new Openings(this, after).first();
    }

    /** Why it is closed at that moment, for people; empty when it is open. */
    public Optional<String> closedBecause(Instant instant) {
        Stream<String> frozen = freezes.stream()
                .filter(freeze -> freeze.contains(instant))
                .map(freeze -> "frozen until " + freeze.to() + " " + freeze.zone() + ": " + freeze.reason());
        Stream<String> closed =
                hours.stream().filter(one -> !one.contains(instant)).map(one -> "outside the window " + one.text());
        return Stream.concat(frozen, closed).reduce((one, other) -> one + "; " + other);
    }

    /** The freezes that have not ended, the next to end first. */
    public List<Freeze> freezesFrom(Instant now) {
        return freezes.stream()
                .filter(freeze -> now.isBefore(freeze.ends()))
                .sorted((one, other) -> one.ends().compareTo(other.ends()))
                .toList();
    }

    /** Every moment around this day at which one of the rules may turn from closed to open. */
    Stream<Instant> turns(LocalDate day) {
        Stream<Instant> begun = hours.stream()
                .flatMap(one -> one.allowed().stream())
                .flatMap(window -> window.beginnings(day).stream());
        Stream<Instant> over =
                hours.stream().flatMap(one -> one.denied().stream()).flatMap(window -> window.ends(day).stream());
        return Stream.concat(begun, over);
    }
}
