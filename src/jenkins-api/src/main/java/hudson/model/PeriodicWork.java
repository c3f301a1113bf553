package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.logging.Logger;

public abstract class PeriodicWork implements ExtensionPoint, Runnable {
    protected final Logger logger = null;
    protected static final long MIN = 60000l;
    protected static final long HOUR = 3600000l;
    protected static final long DAY = 86400000l;

    public PeriodicWork() {}

    public abstract long getRecurrencePeriod();

    public long getInitialDelay() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<PeriodicWork> all() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void init() {
        throw new UnsupportedOperationException("unwritten");
    }
}
