package io.jenkins.plugins.delivery.rehearsal.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What sandboxed scripts may use. Each line of {@code allowed.txt} is {@code KIND TYPE: member member …} where KIND is
 * {@code method}, {@code static}, {@code new} or {@code field}. A member is a name, which stands for all its overloads, a
 * name with parameter types, or {@code *} for all members that are public and declared there, but for those named
 * with {@code !}.
 */
final class Allowed {
    static final Allowed BUILT_IN = load();

    private final Map<String, Set<String>> members = new HashMap<>();

    private Allowed() {}

    boolean permits(Method method, Predicate<Class<?>> own) {
        Class<?> type = method.getDeclaringClass();
        if (own.test(type)) {
            return true;
        }
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return permits(
                isStatic ? "static" : "method",
                type,
                method.getName(),
                method.getParameterTypes(),
                Modifier.isPublic(method.getModifiers()));
    }

    boolean permits(Constructor<?> constructor, Predicate<Class<?>> own) {
        Class<?> type = constructor.getDeclaringClass();
        return own.test(type) || permits("new", type, "new", constructor.getParameterTypes(), true);
    }

    boolean permits(Field field, Predicate<Class<?>> own) {
        Class<?> type = field.getDeclaringClass();
        return own.test(type)
                || permits("field", type, field.getName(), new Class<?>[0], Modifier.isPublic(field.getModifiers()));
    }

    private boolean permits(String kind, Class<?> type, String name, Class<?>[] parameters, boolean isPublic) {
        Set<String> names = members.get(kind + " " + type.getName());
        return names != null
                && (isPublic && (names.contains(name) || names.contains("*") && !names.contains("!" + name))
                        || names.contains(name + "(" + String.join(",", MemberFinder.names(parameters)) + ")"));
    }

    private static Allowed load() {
        Allowed allowed = new Allowed();
        try (InputStream in = Allowed.class.getResourceAsStream("allowed.txt")) {
            if (in == null) {
                throw new IllegalStateException("allowed.txt is missing beside " + Allowed.class.getName());
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(allowed::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return allowed;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Set<String> names = members.computeIfAbsent(line.substring(0, colon).trim(), key -> new HashSet<>());
        for (String name : line.substring(colon + 1).trim().split("\\s+")) {
            names.add(name);
        }
    }
}
