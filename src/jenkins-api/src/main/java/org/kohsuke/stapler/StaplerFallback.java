package org.kohsuke.stapler;

public interface StaplerFallback {
    public Object getStaplerFallback();
}
