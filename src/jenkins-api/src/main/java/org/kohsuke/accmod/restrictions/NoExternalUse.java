package org.kohsuke.accmod.restrictions;

/** Others may not use it. */
public class NoExternalUse extends DoNotUse {
    public NoExternalUse() {}
}
