package org.jenkinsci.plugins.structs.describable;

import com.google.common.primitives.Primitives;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.jenkinsapi.TypeArguments;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.reflection.ReflectionCache;

/** Makes what a Jenkinsfile gives into what a Java parameter wants. */
final class Coercion {
    private final TaskListener listener;

    Coercion(TaskListener listener) {
        this.listener = listener;
    }

    /** {@code where} is the parameter, for errors. */
    @CheckForNull
    Object coerce(String where, Type type, @CheckForNull Object given) throws Exception {
        Class<?> erased = TypeArguments.erasure(type);
        Object value =
                type instanceof Class ? ReflectionCache.getCachedClass(erased).coerceArgument(given) : given;
        if (value instanceof Collection<?> items && Collection.class.isAssignableFrom(erased)) {
            List<Object> list = coerceAll(where, ParameterType.elementOf(type), items);
            return Set.class.isAssignableFrom(erased) ? new HashSet<>(list) : list;
        }
        if (value == null || Primitives.wrap(erased).isInstance(value)) {
            return value;
        }
        if (value instanceof UninstantiatedDescribable nested) {
            return nested.instantiate(erased, listener);
        }
        if (value instanceof Map<?, ?> map) {
            return instantiate(erased, map);
        }
        if (value instanceof Collection<?> items && erased.isArray()) {
            return array(erased.getComponentType(), coerceAll(where, erased.getComponentType(), items));
        }
        if (value instanceof String text) {
            return fromText(where, erased, text);
        }
        throw mismatch(where, erased, value);
    }

    private List<Object> coerceAll(String where, Type type, Collection<?> items) throws Exception {
        List<Object> coerced = new ArrayList<>(items.size());
        for (Object each : items) {
            coerced.add(coerce(where, type, each));
        }
        return coerced;
    }

    private static Object array(Class<?> component, List<Object> items) {
        Object array = Array.newInstance(component, items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    private Object instantiate(Class<?> type, Map<?, ?> map) throws Exception {
        Map<String, Object> arguments = new HashMap<>();
        map.forEach((key, value) -> arguments.put(String.valueOf(key), value));
        Object name = arguments.remove(DescribableModel.CLAZZ);
        Class<?> resolved = Describables.resolve(type, name == null ? null : name.toString(), null);
        return new DescribableModel<>(resolved).instantiate(arguments, listener);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object fromText(String where, Class<?> type, String text) throws Exception {
        if (type.isEnum()) {
            return Enum.valueOf((Class) type, text);
        }
        if (type == URL.class) {
            return new URL(text);
        }
        if (type == Result.class) {
            return Result.fromString(text);
        }
        Class<?> wrapped = Primitives.wrap(type);
        if (wrapped == Character.class && text.length() == 1) {
            return text.charAt(0);
        }
        if (Primitives.isWrapperType(wrapped)) {
            return primitive(where, wrapped, text);
        }
        throw mismatch(where, type, text);
    }

    private static Object primitive(String where, Class<?> wrapped, String text) {
        if (wrapped == Boolean.class && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        try {
            if (Number.class.isAssignableFrom(wrapped)) {
                return wrapped.getMethod("valueOf", String.class).invoke(null, text);
            }
        } catch (ReflectiveOperationException e) {
            // Not a number of this kind: said below.
        }
        throw new ClassCastException(where + " expects " + wrapped + " but was unable to coerce the received value \""
                + text + "\" to that type");
    }

    private static ClassCastException mismatch(String where, Class<?> type, Object value) {
        return new ClassCastException(where + " expects " + type + " but received " + value.getClass());
    }
}
