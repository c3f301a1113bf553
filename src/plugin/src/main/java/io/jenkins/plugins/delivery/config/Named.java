package io.jenkins.plugins.delivery.config;

import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Something that a Jenkinsfile names. */
interface Named {
    /** Names go into URLs, labels and file names. */
    Pattern ALLOWED = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    String getName();

    /**
     * The one of that name.
     *
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the nearest, where there is none
     */
    static <T extends Named> T pick(String argument, String what, String name, List<T> from) {
        List<String> names = from.stream().map(Named::getName).toList();
        return from.get(names.indexOf(Choices.pick(argument, what, name, names)));
    }

    /**
     * A copy of the list, for a setter.
     *
     * @throws IllegalArgumentException if a name is missing, cannot be used, or comes twice
     */
    static <T extends Named> ArrayList<T> distinct(String what, List<T> list) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (T one : list) {
            String problem = problemWith(one.getName());
            if (problem != null) {
                throw new IllegalArgumentException(what + ": " + problem);
            }
            if (!seen.add(one.getName())) {
                throw new IllegalArgumentException(what + ": the name " + one.getName() + " comes twice.");
            }
        }
        return new ArrayList<>(list);
    }

    /** What is wrong with a name, or null. */
    static String problemWith(String name) {
        if (name == null || name.isBlank()) {
            return "A name is required.";
        }
        return ALLOWED.matcher(name).matches()
                ? null
                : "The name " + name + " may have letters, digits, dots, dashes and underscores, at most 63 of them,"
                        + " with a letter or digit at both ends.";
    }
}
