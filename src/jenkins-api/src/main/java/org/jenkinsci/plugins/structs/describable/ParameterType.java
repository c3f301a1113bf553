package org.jenkinsci.plugins.structs.describable;

import com.google.common.primitives.Primitives;
import hudson.model.Result;
import io.jenkins.plugins.delivery.jenkinsapi.TypeArguments;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What kind of value a parameter takes. */
public abstract class ParameterType {
    private final Type actualType;

    ParameterType(Type actualType) {
        this.actualType = actualType;
    }

    public Type getActualType() {
        return actualType;
    }

    static ParameterType of(Type type) {
        try {
            if (type instanceof Class<?> raw) {
                return ofClass(raw);
            }
            if (Collection.class.isAssignableFrom(TypeArguments.erasure(type))) {
                return new ArrayType(type, of(elementOf(type)));
            }
            throw new UnsupportedOperationException("do not know how to categorize attributes of type " + type);
        } catch (RuntimeException e) {
            return new ErrorType(e, type);
        }
    }

    static Type elementOf(Type collection) {
        return collection instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    private static ParameterType ofClass(Class<?> c) {
        if (c == String.class || Primitives.unwrap(c).isPrimitive()) {
            return new AtomicType(c);
        }
        if (c.isEnum()) {
            String[] names = Arrays.stream(c.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .toArray(String[]::new);
            return new EnumType(c, names);
        }
        if (c == URL.class || c == Result.class) {
            return new AtomicType(String.class);
        }
        return c.isArray() ? new ArrayType(c, of(c.getComponentType())) : ofObject(c);
    }

    private static ParameterType ofObject(Class<?> c) {
        Set<Class<?>> subtypes = Describables.subtypes(c);
        if (subtypes.isEmpty() && !Modifier.isAbstract(c.getModifiers()) || subtypes.equals(Set.of(c))) {
            return new HomogeneousObjectType(c);
        }
        Map<String, DescribableModel<?>> models = new TreeMap<>();
        for (Class<?> each : subtypes) {
            boolean unique = subtypes.stream()
                    .allMatch(other -> other == each || !other.getSimpleName().equals(each.getSimpleName()));
            models.put(unique ? each.getSimpleName() : each.getName(), DescribableModel.of(each));
        }
        return new HeterogeneousObjectType(c, models);
    }

    abstract String describe();

    @Override
    public final String toString() {
        return describe();
    }
}
