package io.jenkins.plugins.delivery.jenkinsapi;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a class puts in for the type parameters of a superclass. */
public final class TypeArguments {
    private TypeArguments() {}

    /** The class that {@code type} gives for parameter number {@code index} of its superclass {@code generic}. */
    public static Optional<Class<?>> of(Class<?> type, Class<?> generic, int index) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        Type current = type;
        while (current != null && erasure(current) != generic) {
            bind(current, bound);
            current = erasure(current).getGenericSuperclass();
        }
        if (current instanceof ParameterizedType parameterized) {
            return Optional.of(erasure(resolve(parameterized.getActualTypeArguments()[index], bound)));
        }
        return Optional.empty();
    }

    /** The raw class of any kind of type. */
    public static Class<?> erasure(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return erasure(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof WildcardType wildcard) {
            return erasure(wildcard.getUpperBounds()[0]);
        }
        return erasure(((TypeVariable<?>) type).getBounds()[0]);
    }

    private static void bind(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] variables = erasure(type).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bound.put(variables[i], resolve(parameterized.getActualTypeArguments()[i], bound));
            }
        }
    }

    private static Type resolve(Type type, Map<TypeVariable<?>, Type> bound) {
        return type instanceof TypeVariable<?> variable ? bound.getOrDefault(variable, variable) : type;
    }
}
