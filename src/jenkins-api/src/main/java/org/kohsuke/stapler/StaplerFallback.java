package org.kohsuke.stapler;

/** Hands on what an object does not answer itself. */
public interface StaplerFallback {
    Object getStaplerFallback();
}
