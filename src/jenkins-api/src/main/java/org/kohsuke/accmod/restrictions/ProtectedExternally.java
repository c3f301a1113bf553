package org.kohsuke.accmod.restrictions;

public class ProtectedExternally {
    public ProtectedExternally() {}
}
