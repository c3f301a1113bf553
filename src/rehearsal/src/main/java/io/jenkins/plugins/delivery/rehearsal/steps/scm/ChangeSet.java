package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import io.jenkins.plugins.delivery.rehearsal.runtime.OfferedToScripts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The commits of one checkout, as pipelines see them in {@code currentBuild.changeSets}. */
@OfferedToScripts
public final class ChangeSet implements Serializable, Iterable<Change> {
    private static final long serialVersionUID = 1;

    private final ArrayList<Change> items;

    ChangeSet(List<Change> items) {
        this.items = new ArrayList<>(items);
    }

    public List<Change> getItems() {
        return new ArrayList<>(items);
    }

    public String getKind() {
        return "git";
    }

    public boolean isEmptySet() {
        return items.isEmpty();
    }

    @Override
    public Iterator<Change> iterator() {
        return getItems().iterator();
    }
}
