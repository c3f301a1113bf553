package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.NoStaplerConstructorException;

/** Reads the annotations of data-bound classes. */
final class DataBinding {
    private DataBinding() {}

    @SuppressWarnings("unchecked")
    static <T> Constructor<T> constructor(Class<T> type) {
        for (Constructor<?> each : type.getConstructors()) {
            if (each.isAnnotationPresent(DataBoundConstructor.class)) {
                if (each.getParameterCount() > 0 && !each.getParameters()[0].isNamePresent()) {
                    throw new NoStaplerConstructorException("The names of the parameters of " + each
                            + " are not in its class file: compile with -parameters");
                }
                each.setAccessible(true);
                return (Constructor<T>) each;
            }
        }
        throw new NoStaplerConstructorException("There's no @DataBoundConstructor on any constructor of " + type);
    }

    static Map<String, DescribableParameter> parameters(DescribableModel<?> model, Constructor<?> constructor) {
        Map<String, DescribableParameter> all = new LinkedHashMap<>();
        Type[] types = constructor.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            String name = constructor.getParameters()[i].getName();
            all.put(name, new DescribableParameter(model, types[i], name, null));
        }
        Map<String, DescribableParameter> optional = new TreeMap<>();
        for (Class<?> c = model.getType(); c != null; c = c.getSuperclass()) {
            addSetters(model, c, optional);
        }
        optional.forEach(all::putIfAbsent);
        return all;
    }

    private static void addSetters(DescribableModel<?> model, Class<?> c, Map<String, DescribableParameter> found) {
        for (Field each : c.getDeclaredFields()) {
            if (each.isAnnotationPresent(DataBoundSetter.class)) {
                String name = each.getName();
                found.putIfAbsent(
                        name, new DescribableParameter(model, each.getGenericType(), name, Setter.create(each)));
            }
        }
        for (Method each : c.getDeclaredMethods()) {
            if (each.isAnnotationPresent(DataBoundSetter.class) && !each.isBridge()) {
                String name = property(each);
                if (name == null) {
                    throw new IllegalStateException(each + " cannot be a @DataBoundSetter");
                }
                Type type = each.getGenericParameterTypes()[0];
                found.putIfAbsent(name, new DescribableParameter(model, type, name, Setter.create(each)));
            }
        }
    }

    @CheckForNull
    private static String property(Method setter) {
        return setter.getName().startsWith("set") && setter.getParameterCount() == 1
                ? Introspector.decapitalize(setter.getName().substring(3))
                : null;
    }

    static boolean isDeprecated(Class<?> type, String parameter) {
        for (Method each : type.getMethods()) {
            if (each.isAnnotationPresent(DataBoundSetter.class) && parameter.equals(property(each))) {
                return each.isAnnotationPresent(Deprecated.class);
            }
        }
        return false;
    }
}
