package org.kohsuke.accmod.restrictions;

/** Java code may not use it. */
public class DoNotUse {
    public DoNotUse() {}
}
