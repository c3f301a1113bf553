package io.jenkins.plugins.delivery.rehearsal.sandbox;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** How members are written in approvals and in refusals. */
final class Signatures {
    private Signatures() {}

    static String of(Method method) {
        String kind = Modifier.isStatic(method.getModifiers()) ? "staticMethod " : "method ";
        return kind + name(method.getDeclaringClass()) + " " + method.getName()
                + parameters(method.getParameterTypes());
    }

    static String of(Constructor<?> constructor) {
        return "new " + name(constructor.getDeclaringClass()) + parameters(constructor.getParameterTypes());
    }

    static String of(Field field) {
        String kind = Modifier.isStatic(field.getModifiers()) ? "staticField " : "field ";
        return kind + name(field.getDeclaringClass()) + " " + field.getName();
    }

    static String name(Class<?> type) {
        return type.isArray() ? name(type.getComponentType()) + "[]" : type.getName();
    }

    static String parameters(Class<?>... types) {
        StringBuilder text = new StringBuilder();
        for (Class<?> type : types) {
            text.append(' ').append(name(type));
        }
        return text.toString();
    }

    static String arguments(Object... args) {
        StringBuilder text = new StringBuilder();
        for (Object arg : args) {
            text.append(' ').append(arg == null ? "null" : name(arg.getClass()));
        }
        return text.toString();
    }
}
