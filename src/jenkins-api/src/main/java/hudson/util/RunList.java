package hudson.util;

import hudson.model.Job;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Predicate;

public class RunList<R extends Run> extends AbstractList<R> {
    public RunList() {}

    public RunList(Job job) {}

    public RunList(Collection<? extends Job> collection) {}

    public static <J extends Job<J, R>, R extends Run<J, R>> RunList<R> fromJobs(Iterable<? extends J> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Iterator<R> iterator() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int size() {
        throw new UnsupportedOperationException("unwritten");
    }

    public R get(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<R> subList(int n, int n2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Spliterator<R> spliterator() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int indexOf(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int lastIndexOf(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException("unwritten");
    }

    public R getFirstBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public R getLastBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <R extends Run> RunList<R> fromRuns(Collection<? extends R> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> filter(Predicate<R> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> filter(com.google.common.base.Predicate<R> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> limit(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> failureOnly() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> overThresholdOnly(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> completedOnly() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> node(Node node) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> regressionOnly() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> byTimestamp(long n, long n2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<R> newBuilds() {
        throw new UnsupportedOperationException("unwritten");
    }
}
