package org.kohsuke.accmod.restrictions;

/** May still change. */
public class Beta extends DoNotUse {
    public Beta() {}
}
