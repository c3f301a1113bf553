package hudson.model;

import hudson.ExtensionPoint;

/** A page at the root of the controller. */
public interface RootAction extends Action, ExtensionPoint {}
