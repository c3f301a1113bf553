package org.kohsuke.stapler.export;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
@Documented
public @interface Exported {
    public int visibility() default 0;

    public String name() default "";

    public boolean inline() default false;

    public boolean merge() default false;

    public boolean skipNull() default false;

    public String verboseMap() default "";
}
