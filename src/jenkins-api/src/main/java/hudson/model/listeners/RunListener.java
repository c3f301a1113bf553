package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.CopyOnWriteList;
import java.util.function.IntPredicate;

public abstract class RunListener<R extends Run> implements ExtensionPoint {
    public final Class<R> targetType = null;
    public static final CopyOnWriteList<RunListener> LISTENERS = null;

    protected RunListener(Class<R> type) {}

    protected RunListener() {}

    public void onCompleted(R value, TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onFinalized(R value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onInitialize(R value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onStarted(R value, TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onDeleted(R value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean allowLoad(Job<?, ?> job, int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public IntPredicate createLoadAllower(Job<?, ?> job) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void register() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void unregister() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireCompleted(Run run, TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireInitialize(Run run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireStarted(Run run, TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireFinalized(Run run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireDeleted(Run run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<RunListener> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
