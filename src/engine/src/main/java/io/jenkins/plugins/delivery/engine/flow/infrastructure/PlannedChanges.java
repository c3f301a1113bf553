package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The changes of a plan, whichever tool it is of, as a report: added, changed, destroyed, and data stores among the latter. */
final class PlannedChanges implements Changes {
    /** What plans of all tools can be told. */
    static final Set<String> SETTINGS = Set.of("dataStores", "allowDestroy");

    /** Nothing that holds data is destroyed unless it was allowed by name. */
    static final List<ReportGate> GATES =
            List.of(ReportGate.atMost("dataStoresDestroyed", 0, ReportGate.Result.FAILURE));

    private static final int MOST_NAMED = 5;

    private final Reading.Draft draft = Reading.draft("Action", "Resource", "Type", "What of it");
    private final DataStores stores;
    private final Names allowed;
    private final Set<String> unusedAllowances;
    private final List<String> lost = new ArrayList<>();
    private long added;
    private long changed;
    private long destroyed;
    private long imported;
    private long forgotten;
    private long unknown;
    private long outputs;

    PlannedChanges(ArgumentMap settings) {
        stores = new DataStores(Names.of(settings, "dataStores"));
        allowed = Names.of(settings, "allowDestroy");
        unusedAllowances = new TreeSet<>(allowed.all());
    }

    @Override
    public void add(Change change) {
        count(change.action());
        List<String> details = new ArrayList<>(change.details());
        Row.Tone tone = change.action().destroys() ? Row.Tone.WARNING : Row.Tone.NORMAL;
        if (change.action().destroys() && stores.holdsData(change.type(), change.address())) {
            tone = Row.Tone.DANGER;
            boolean fine = isAllowed(change.address());
            details.add(0, "holds data" + (fine ? ", destroying it was allowed" : ""));
            if (!fine) {
                lost.add(change.address());
            }
        }
        draft.row(tone, change.action().words(), change.address(), change.type(), String.join("; ", details));
    }

    @Override
    public void outside(Change change) {
        draft.sentence(change.address() + " was " + (change.action() == Change.Action.DESTROY ? "destroyed" : "changed")
                + " by others since the last apply.");
    }

    @Override
    public void output(String name) {
        outputs++;
        draft.row(Row.Tone.NORMAL, "change", name, "output", "");
    }

    @Override
    public Reading.Draft draft() {
        return draft;
    }

    Reading reading() {
        draft.count("added", "added", added)
                .count("changed", "changed", changed)
                .count("destroyed", "destroyed", destroyed)
                .count("dataStoresDestroyed", "data stores destroyed without allowance", lost.size())
                .count("imported", "imported", imported)
                .count("forgotten", "forgotten", forgotten)
                .count("unknown", "not foreseeable", unknown)
                .count("outputs", "outputs changed", outputs)
                .count("changes", "changes", changes());
        if (!lost.isEmpty()) {
            draft.sentence("Data would be lost: " + named() + ". Keep what holds data, or allow it by name:"
                    + " allowDestroy: ['" + lost.get(0) + "'].");
        }
        unusedAllowances.forEach(name ->
                draft.sentence("allowDestroy names '" + name + "', which this plan does not destroy; take it away."));
        return draft.summary(summary());
    }

    private String summary() {
        if (changes() == 0) {
            return "Nothing to change";
        }
        String stored = lost.isEmpty() ? "" : ", among them data stores: " + named();
        return added + " to add, " + changed + " to change, " + destroyed + " to destroy" + stored
                + (imported > 0 ? ", " + imported + " to import" : "")
                + (forgotten > 0 ? ", " + forgotten + " to forget" : "")
                + (unknown > 0 ? ", " + unknown + " not foreseeable" : "");
    }

    private long changes() {
        return added + changed + destroyed + imported + forgotten + unknown + outputs;
    }

    private String named() {
        String first = String.join(", ", lost.subList(0, Math.min(MOST_NAMED, lost.size())));
        return lost.size() > MOST_NAMED ? first + " and " + (lost.size() - MOST_NAMED) + " more" : first;
    }

    private boolean isAllowed(String address) {
        List<String> by = allowed.matching(address);
        unusedAllowances.removeAll(by);
        return !by.isEmpty();
    }

    private void count(Change.Action action) {
        added += action.adds() ? 1 : 0;
        changed += action.changes() ? 1 : 0;
        destroyed += action == Change.Action.DESTROY || action == Change.Action.REPLACE ? 1 : 0;
        imported += action == Change.Action.IMPORT ? 1 : 0;
        forgotten += action == Change.Action.FORGET ? 1 : 0;
        unknown += action == Change.Action.UNKNOWN ? 1 : 0;
    }
}
