package org.kohsuke.stapler;

import java.util.Collection;

/** Lets other objects answer first. */
public interface StaplerOverridable {
    Collection<?> getOverrides();
}
