package hudson.model;

import hudson.ExtensionPoint;

/** An item that may sit directly under the controller or a folder. */
public interface TopLevelItem extends Item, ExtensionPoint, Describable<TopLevelItem> {}
