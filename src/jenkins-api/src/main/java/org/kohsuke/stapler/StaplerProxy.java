package org.kohsuke.stapler;

public interface StaplerProxy {
    public Object getTarget();
}
