package org.kohsuke.stapler;

/** Says who answers in its place; the place to check permissions. */
public interface StaplerProxy {
    Object getTarget();
}
