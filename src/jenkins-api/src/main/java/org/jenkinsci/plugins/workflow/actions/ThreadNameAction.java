package org.jenkinsci.plugins.workflow.actions;

/** How a branch is called. */
public interface ThreadNameAction extends PersistentAction {
    String getThreadName();
}
