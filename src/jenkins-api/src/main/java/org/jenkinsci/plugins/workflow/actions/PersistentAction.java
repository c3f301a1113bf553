package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;

/** An action of a node that is kept. */
public interface PersistentAction extends Action {}
