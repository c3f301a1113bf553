package hudson.model;

import hudson.ExtensionPoint;

/** A page at the root that is reached without any permission. */
public interface UnprotectedRootAction extends RootAction, ExtensionPoint {}
