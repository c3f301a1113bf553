package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.logging.Logger;

public abstract class AperiodicWork implements ExtensionPoint, Runnable {
    protected final Logger logger = null;

    public AperiodicWork() {}

    public abstract long getRecurrencePeriod();

    public abstract AperiodicWork getNewInstance();

    public long getInitialDelay() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final void doRun() throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void init() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected abstract void doAperiodicRun();

    public static ExtensionList<AperiodicWork> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
