package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Describable;
import io.jenkins.plugins.delivery.jenkinsapi.HelpFiles;
import io.jenkins.plugins.delivery.jenkinsapi.TypeArguments;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Locale;

/** One parameter of a data-bound class. */
public final class DescribableParameter {
    private final DescribableModel<?> parent;
    private final Type rawType;
    private final String name;

    @CheckForNull
    private final Setter setter;

    DescribableParameter(DescribableModel<?> parent, Type rawType, String name, @CheckForNull Setter setter) {
        this.parent = parent;
        this.rawType = rawType;
        this.name = name;
        this.setter = setter;
    }

    public String getName() {
        return name;
    }

    public String getCapitalizedName() {
        return name.substring(0, 1).toUpperCase(Locale.ENGLISH) + name.substring(1);
    }

    public ParameterType getType() {
        return ParameterType.of(rawType);
    }

    public Type getRawType() {
        return rawType;
    }

    @SuppressWarnings("rawtypes")
    public Class getErasedType() {
        return TypeArguments.erasure(rawType);
    }

    /** Whether the constructor takes it. */
    public boolean isRequired() {
        return setter == null;
    }

    public boolean isDeprecated() {
        return parent.isDeprecated(name);
    }

    /** HTML, or null. */
    public String getHelp() throws IOException {
        return HelpFiles.read(parent.getType(), name);
    }

    @CheckForNull
    Setter setter() {
        return setter;
    }

    /** What {@code object} has, in the form that {@link DescribableModel#instantiate} takes. */
    @CheckForNull
    Object inspect(Object object) {
        return plain(Properties.read(object, this));
    }

    @CheckForNull
    private static Object plain(@CheckForNull Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(DescribableParameter::plain).toList();
        }
        return value instanceof Describable<?> ? DescribableModel.uninstantiate2_(value) : value;
    }

    @Override
    public String toString() {
        return isRequired() ? name + ": " + getType() : name + "?: " + getType();
    }
}
