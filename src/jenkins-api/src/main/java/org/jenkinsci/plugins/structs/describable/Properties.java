package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Reads properties of objects. */
final class Properties {
    private Properties() {}

    @CheckForNull
    static Object read(Object object, DescribableParameter parameter) {
        for (String prefix : new String[] {"get", "is"}) {
            Method getter = method(object.getClass(), prefix + parameter.getCapitalizedName());
            if (getter != null) {
                return call(() -> getter.invoke(object), parameter);
            }
        }
        Field field = field(object.getClass(), parameter.getName());
        if (field != null) {
            return call(() -> field.get(object), parameter);
        }
        throw new UnsupportedOperationException(
                "no public field ‘" + parameter.getName() + "’ (or getter method) found in " + object.getClass());
    }

    @CheckForNull
    private static Method method(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    @CheckForNull
    private static Field field(Class<?> type, String name) {
        try {
            return type.getField(name);
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    @CheckForNull
    private static Object call(Access access, DescribableParameter parameter) {
        try {
            return access.get();
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("failed to read " + parameter.getName(), e);
        }
    }

    private interface Access {
        Object get() throws ReflectiveOperationException;
    }
}
