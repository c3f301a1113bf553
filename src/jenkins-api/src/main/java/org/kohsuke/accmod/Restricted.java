package org.kohsuke.accmod;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Who may use it; held by build tools. */
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Restricted {
    Class<?>[] value();
}
