package io.jenkins.plugins.delivery.jenkinsapi.signatures;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members of types that do not belong to Jenkins, from the class path. */
final class LibraryMembers {
    private LibraryMembers() {}

    /** The flags of a public or protected member that the type declares or inherits. */
    static Optional<String> find(String type, String member) {
        try {
            Class<?> loaded = Class.forName(type.replace('/', '.'), false, LibraryMembers.class.getClassLoader());
            return search(loaded, member);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<String> search(Class<?> type, String member) {
        for (Member each : members(type)) {
            if (key(each).equals(member)) {
                return Optional.of(flags(each.getModifiers()));
            }
        }
        List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            above.add(0, type.getSuperclass());
        }
        return above.stream()
                .map(each -> search(each, member))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Member> members(Class<?> type) {
        List<Member> all = new ArrayList<>(List.of(type.getDeclaredMethods()));
        all.addAll(List.of(type.getDeclaredFields()));
        all.addAll(List.of(type.getDeclaredConstructors()));
        all.removeIf(each -> (each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0);
        return all;
    }

    private static String key(Member member) {
        if (member instanceof Field field) {
            return field.getName() + ":" + field.getType().descriptorString();
        }
        boolean constructor = member instanceof Constructor<?>;
        StringBuilder text = new StringBuilder(constructor ? "<init>" : member.getName()).append('(');
        Class<?>[] parameters =
                constructor ? ((Constructor<?>) member).getParameterTypes() : ((Method) member).getParameterTypes();
        for (Class<?> each : parameters) {
            text.append(each.descriptorString());
        }
        return text.append(')')
                .append(constructor ? "V" : ((Method) member).getReturnType().descriptorString())
                .toString();
    }

    /** The modifiers in the notation of the records. */
    static String flags(int modifiers) {
        StringBuilder text = new StringBuilder();
        append(text, modifiers, Modifier.PUBLIC, '+');
        append(text, modifiers, Modifier.PROTECTED, '#');
        append(text, modifiers, Modifier.STATIC, 's');
        append(text, modifiers, Modifier.FINAL, 'f');
        append(text, modifiers, Modifier.ABSTRACT, 'a');
        return text.toString();
    }

    private static void append(StringBuilder text, int modifiers, int bit, char flag) {
        if ((modifiers & bit) != 0) {
            text.append(flag);
        }
    }
}
