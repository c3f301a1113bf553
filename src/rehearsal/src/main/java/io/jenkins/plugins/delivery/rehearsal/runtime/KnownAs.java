package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The class name that Jenkins prints for the step (or its argument) that this class plays. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KnownAs {
    String value();
}
