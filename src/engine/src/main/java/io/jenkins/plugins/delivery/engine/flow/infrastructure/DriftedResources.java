package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects what is not as the code says, one entry a resource however often a tool speaks of it. */
final class DriftedResources implements Changes {
    static final Set<String> SETTINGS = Set.of("ignore");

    private final Reading.Draft draft = Reading.draft("Resource", "Type", "How it differs", "What of it");
    private final Map<String, Change> outside = new LinkedHashMap<>();
    private final Map<String, Change> pending = new LinkedHashMap<>();
    private final Names ignored;
    private long ignoredCount;

    /** @param settings {@code ignore}: wildcards of addresses and types that may differ */
    DriftedResources(ArgumentMap settings) {
        ignored = Names.of(settings, "ignore");
    }

    @Override
    public void add(Change change) {
        note(pending, change);
    }

    @Override
    public void outside(Change change) {
        note(outside, change);
    }

    @Override
    public Reading.Draft draft() {
        return draft;
    }

    Reading reading() {
        long gone = outside.values().stream()
                .filter(change -> change.action() == Change.Action.DESTROY)
                .count();
        outside.values()
                .forEach(change -> row(
                        change,
                        change.action() == Change.Action.DESTROY ? "gone: destroyed by others" : "changed by others"));
        pending.values().stream()
                .filter(change -> !outside.containsKey(change.address()))
                .forEach(change ->
                        row(change, "the code says to " + change.action().words()));
        pending.keySet().removeAll(outside.keySet());
        long drifted = outside.size() + (long) pending.size();
        draft.count("drifted", "drifted", drifted)
                .count("outside", "changed by others", outside.size())
                .count("gone", "gone", gone)
                .count("pending", "not as the code says", pending.size())
                .count("ignored", "ignored", ignoredCount);
        return draft.summary(
                drifted == 0
                        ? "Everything is as the code says"
                        : drifted + (drifted == 1 ? " resource is" : " resources are") + " not as the code says: "
                                + outside.size() + " changed by others (" + gone + " gone), " + pending.size()
                                + " otherwise");
    }

    private void row(Change change, String how) {
        Row.Tone tone = change.action().destroys() ? Row.Tone.DANGER : Row.Tone.WARNING;
        draft.row(tone, change.address(), change.type(), how, String.join("; ", change.details()));
    }

    private void note(Map<String, Change> changes, Change change) {
        if (ignored.mean(change.type(), change.address())) {
            ignoredCount++;
        } else {
            changes.putIfAbsent(change.address(), change);
        }
    }
}
