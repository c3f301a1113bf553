package org.jenkinsci.plugins.structs.describable;

import com.google.common.base.Defaults;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Descriptor;
import hudson.model.TaskListener;
import hudson.util.LogTaskListener;
import io.jenkins.plugins.delivery.jenkinsapi.HelpFiles;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** The parameters of a data-bound class, and how to make an instance of named arguments. */
public final class DescribableModel<T> implements Serializable {
    /** Whether unknown parameters are errors instead of warnings. */
    public static boolean STRICT_PARAMETER_CHECKING;

    /** Names the class of a nested object in a map. */
    public static final String CLAZZ = "$class";

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(DescribableModel.class.getName());

    private final Class<T> type;
    private final transient Constructor<T> constructor;
    private final transient Map<String, DescribableParameter> parameters;

    public static <T> DescribableModel<T> of(Class<T> clazz) {
        return new DescribableModel<>(clazz);
    }

    public DescribableModel(Class<T> clazz) {
        type = clazz;
        constructor = DataBinding.constructor(clazz);
        parameters = Collections.unmodifiableMap(DataBinding.parameters(this, constructor));
    }

    public Class<T> getType() {
        return type;
    }

    /** Those of the constructor first, in its order; then the others by name. */
    public Collection<DescribableParameter> getParameters() {
        return parameters.values();
    }

    /** Null when there is none of this name. */
    public DescribableParameter getParameter(String name) {
        return parameters.get(name);
    }

    public boolean hasSingleRequiredParameter() {
        return getSoleRequiredParameter() != null;
    }

    /** Null when none is required, or more than one. */
    public DescribableParameter getSoleRequiredParameter() {
        long required = getParameters().stream()
                .filter(DescribableParameter::isRequired)
                .count();
        return required == 1 ? getFirstRequiredParameter() : null;
    }

    /** Null when none is required. */
    public DescribableParameter getFirstRequiredParameter() {
        return getParameters().stream()
                .filter(DescribableParameter::isRequired)
                .findFirst()
                .orElse(null);
    }

    public String getDisplayName() {
        Descriptor<?> descriptor = descriptor();
        return descriptor == null ? type.getSimpleName() : descriptor.getDisplayName();
    }

    @CheckForNull
    private Descriptor<?> descriptor() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins != null) {
            for (Descriptor<?> each : jenkins.getExtensionList(Descriptor.class)) {
                if (each.clazz == type) {
                    return each;
                }
            }
        }
        return null;
    }

    public T instantiate(Map<String, ?> arguments) throws IllegalArgumentException {
        return instantiate(arguments, null);
    }

    /** Warnings go to {@code listener}, or to the log of the controller when it is null. */
    public T instantiate(Map<String, ?> arguments, TaskListener listener) throws IllegalArgumentException {
        TaskListener heard = listener == null ? new LogTaskListener(LOGGER, Level.FINE) : listener;
        CustomDescribableModel custom = CustomDescribableModel.of(type);
        Map<String, ?> given = custom == null ? arguments : custom.customInstantiate(new TreeMap<>(arguments));
        try {
            Map<String, ?> named = named(given);
            refuseUnknown(named, heard);
            return make(named, new Coercion(heard));
        } catch (InvocationTargetException e) {
            throw failed(given, e.getCause());
        } catch (Exception e) {
            throw failed(given, e);
        }
    }

    private IllegalArgumentException failed(Map<String, ?> arguments, Throwable cause) {
        return new IllegalArgumentException(
                "Could not instantiate " + arguments + " for " + type.getName() + ": " + cause, cause);
    }

    private Map<String, ?> named(Map<String, ?> arguments) {
        if (!arguments.containsKey(UninstantiatedDescribable.ANONYMOUS_KEY)) {
            return arguments;
        }
        if (arguments.size() != 1) {
            throw new IllegalArgumentException(
                    "All arguments have to be named but it has " + UninstantiatedDescribable.ANONYMOUS_KEY);
        }
        DescribableParameter sole = getSoleRequiredParameter();
        if (sole == null) {
            throw new IllegalArgumentException("Arguments to " + type + " have to be explicitly named");
        }
        return Collections.singletonMap(sole.getName(), arguments.get(UninstantiatedDescribable.ANONYMOUS_KEY));
    }

    private void refuseUnknown(Map<String, ?> arguments, TaskListener listener) {
        String unknown = new TreeSet<>(arguments.keySet())
                .stream().filter(each -> !parameters.containsKey(each)).collect(Collectors.joining(", "));
        if (unknown.isEmpty()) {
            return;
        }
        String message = "Unknown parameter(s) found for class type '" + type.getName() + "': " + unknown;
        if (STRICT_PARAMETER_CHECKING) {
            throw new UnsupportedOperationException(message);
        }
        listener.getLogger().println("WARNING: " + message);
    }

    private T make(Map<String, ?> arguments, Coercion coercion) throws Exception {
        Type[] types = constructor.getGenericParameterTypes();
        Object[] values = new Object[types.length];
        int i = 0;
        for (DescribableParameter each : getParameters()) {
            if (each.isRequired()) {
                Object given = arguments.get(each.getName());
                String where = type.getName() + "." + each.getName();
                values[i] = given == null
                        ? Defaults.defaultValue(each.getErasedType())
                        : coercion.coerce(where, types[i], given);
                i++;
            }
        }
        T made = constructor.newInstance(values);
        for (DescribableParameter each : getParameters()) {
            Setter setter = each.setter();
            if (setter != null && arguments.containsKey(each.getName())) {
                setter.set(
                        made, coercion.coerce(setter.displayName(), each.getRawType(), arguments.get(each.getName())));
            }
        }
        return made;
    }

    /** Arguments that make an object like this one. */
    public UninstantiatedDescribable uninstantiate2(T o) throws UnsupportedOperationException {
        if (!type.isInstance(o)) {
            throw new IllegalArgumentException("Expected " + type + " but got " + o);
        }
        Map<String, Object> required = new TreeMap<>();
        getParameters().stream()
                .filter(DescribableParameter::isRequired)
                .filter(each -> each.inspect(o) != null)
                .forEach(each -> required.put(each.getName(), each.inspect(o)));
        Map<String, Object> all = new TreeMap<>(required);
        T control = instantiate(required);
        for (DescribableParameter each : getParameters()) {
            Object value = each.isRequired() ? null : each.inspect(o);
            if (!each.isRequired() && !Objects.equals(value, each.inspect(control))) {
                all.put(each.getName(), value);
            }
        }
        UninstantiatedDescribable described = new UninstantiatedDescribable(Describables.symbolOf(o), null, all);
        described.setModel(this);
        CustomDescribableModel custom = CustomDescribableModel.of(type);
        return custom == null ? described : custom.customUninstantiate(described);
    }

    @SuppressWarnings("unchecked")
    public static UninstantiatedDescribable uninstantiate2_(Object o) {
        return new DescribableModel<>((Class<Object>) o.getClass()).uninstantiate2(o);
    }

    public boolean isDeprecated() {
        return type.isAnnotationPresent(Deprecated.class);
    }

    boolean isDeprecated(String parameter) {
        return DataBinding.isDeprecated(type, parameter);
    }

    /** HTML, or null. */
    public String getHelp() throws IOException {
        return HelpFiles.read(type, null);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + getParameters();
    }

    private Object writeReplace() {
        return new Reference(type);
    }

    /** All else can be found again. */
    private record Reference(Class<?> type) implements Serializable {
        private Object readResolve() {
            return of(type);
        }
    }
}
