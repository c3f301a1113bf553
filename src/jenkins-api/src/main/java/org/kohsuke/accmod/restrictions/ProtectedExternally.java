package org.kohsuke.accmod.restrictions;

/** Others may use it in subclasses only. */
public class ProtectedExternally {
    public ProtectedExternally() {}
}
