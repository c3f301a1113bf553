package io.jenkins.plugins.delivery.rehearsal.sandbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import groovy.lang.GString;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the Java member that Groovy is about to use, so that it can be judged. A method is looked for in supertypes
 * first: what is declared in an interface is judged, and reported, as the interface's.
 */
final class MemberFinder {
    private static final Map<Class<?>, List<Class<?>>> TYPES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Method[]> METHODS = new ConcurrentHashMap<>();

    private MemberFinder() {}

    @CheckForNull
    static Method method(Object receiver, String name, Object[] args) {
        Method closure = receiver instanceof Closure ? best(Closure.class, name, args, false) : null;
        if (closure != null) {
            return closure;
        }
        for (Class<?> type : typesOf(receiver.getClass())) {
            Method found = best(type, name, args, false);
            if (found != null) {
                return found;
            }
        }
        return receiver instanceof GString ? method(receiver.toString(), name, args) : null;
    }

    @CheckForNull
    static Method staticMethod(Class<?> type, String name, Object[] args) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Method found = best(c, name, args, true);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @CheckForNull
    static Constructor<?> constructor(Class<?> type, Object[] args) {
        return Overloads.closest(List.of(type.getDeclaredConstructors()), args);
    }

    @CheckForNull
    static Field field(Class<?> type, String name, boolean isStatic) {
        for (Class<?> c : typesOf(type)) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name) && Modifier.isStatic(field.getModifiers()) == isStatic) {
                    return field;
                }
            }
        }
        return null;
    }

    @CheckForNull
    private static Method best(Class<?> type, String name, Object[] args, boolean isStatic) {
        List<Method> named = new ArrayList<>();
        for (Method candidate : METHODS.computeIfAbsent(type, Class::getDeclaredMethods)) {
            if (candidate.getName().equals(name) && (!isStatic || Modifier.isStatic(candidate.getModifiers()))) {
                named.add(candidate);
            }
        }
        return Overloads.closest(named, args);
    }

    private static List<Class<?>> typesOf(Class<?> type) {
        return TYPES.computeIfAbsent(type, key -> {
            Set<Class<?>> found = new LinkedHashSet<>();
            visit(key, found);
            return List.copyOf(found);
        });
    }

    private static void visit(Class<?> type, Set<Class<?>> found) {
        if (type.getSuperclass() != null) {
            visit(type.getSuperclass(), found);
        }
        for (Class<?> parent : type.getInterfaces()) {
            visit(parent, found);
        }
        found.add(type);
    }

    static List<String> names(Class<?>[] types) {
        List<String> names = new ArrayList<>();
        for (Class<?> type : types) {
            names.add(Signatures.name(type));
        }
        return names;
    }
}
