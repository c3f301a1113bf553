package hudson.util;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Runs, newest first. */
@SuppressWarnings({"rawtypes", "unchecked"})
public class RunList<R extends Run> extends AbstractList<R> {
    private final List<R> runs;

    public RunList() {
        this(List.of(), true);
    }

    public RunList(Job job) {
        this(new ArrayList<>((Collection<R>) job.getBuilds()), true);
    }

    private RunList(List<R> runs, boolean own) {
        this.runs = runs;
    }

    public static <R extends Run> RunList<R> fromRuns(Collection<? extends R> runs) {
        return new RunList<>(List.copyOf(runs), true);
    }

    @Override
    public R get(int index) {
        return runs.get(index);
    }

    @Override
    public int size() {
        return runs.size();
    }

    @Override
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    @Override
    public Iterator<R> iterator() {
        return runs.iterator();
    }

    public R getFirstBuild() {
        return runs.isEmpty() ? null : runs.get(runs.size() - 1);
    }

    public R getLastBuild() {
        return runs.isEmpty() ? null : runs.get(0);
    }

    public RunList<R> filter(Predicate<R> predicate) {
        return new RunList<>(runs.stream().filter(predicate).toList(), true);
    }

    public RunList<R> limit(int n) {
        return new RunList<>(runs.stream().limit(n).toList(), true);
    }

    public RunList<R> overThresholdOnly(Result threshold) {
        return filter(each -> each.getResult() != null && each.getResult().isBetterOrEqualTo(threshold));
    }

    public RunList<R> completedOnly() {
        return filter(each -> !each.isBuilding());
    }
}
