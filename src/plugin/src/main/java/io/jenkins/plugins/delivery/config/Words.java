package io.jenkins.plugins.delivery.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of words as people type them: separated by commas, spaces or lines. */
final class Words {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
    private static final Pattern COMMA = Pattern.compile("\\s*[,\\n]\\s*");

    private Words() {}

    static ArrayList<String> of(Collection<String> typed) {
        return split(typed, SEPARATOR);
    }

    /** Names that may have spaces in them: only commas and lines separate. */
    static ArrayList<String> names(Collection<String> typed) {
        return split(typed, COMMA);
    }

    /** What may have commas and spaces in it, and come twice: only lines separate. */
    static ArrayList<String> lines(Collection<String> typed) {
        return typed.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether a word is meant by a pattern in which {@code *} stands for any characters. */
    static boolean matches(String pattern, String word) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), word);
    }

    static String text(List<String> words) {
        return String.join(", ", words);
    }

    private static ArrayList<String> split(Collection<String> typed, Pattern separator) {
        Set<String> words = new LinkedHashSet<>();
        for (String line : typed == null ? List.<String>of() : typed) {
            for (String word : separator.split(line.strip())) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return new ArrayList<>(words);
    }
}
