package io.jenkins.plugins.delivery.engine.scan.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the findings of a format are, as in {@link Outline}: keys joined by dots, {@code []} for the elements of an array,
 * {@code *} for any key. For XML it is the names of the elements joined by dots, the root first.
 */
final class Places {
    private final Set<String> elements;
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> lists = new HashSet<>();

    private final List<String> versions;
    private final List<String> context;

    private Places(Set<String> elements, List<String> versions, List<String> context) {
        this.elements = elements;
        this.versions = versions;
        this.context = context;
        elements.forEach(this::addPrefixes);
        versions.forEach(this::addPrefixes);
        context.forEach(this::addPrefixes);
        elements.forEach(this::addList);
    }

    /** One place for each shape of the format. */
    static Places of(String... elements) {
        return new Places(Set.of(elements), List.of(), List.of());
    }

    /** These places, and those where the tool states its version. */
    Places version(String... stated) {
        return new Places(elements, List.of(stated), context);
    }

    /** These places, and texts outside the elements that these need. */
    Places context(String... texts) {
        return new Places(elements, versions, List.of(texts));
    }

    private void addPrefixes(String place) {
        for (int i = 0; i <= place.length(); i++) {
            prefixes.add(place.substring(0, i));
        }
    }

    private void addList(String place) {
        int array = place.indexOf("[]");
        int any = place.indexOf(".*");
        int end = array < 0 || any >= 0 && any < array ? any : array;
        if (end >= 0) {
            lists.add(place.substring(0, end));
        }
    }

    boolean isElement(String place) {
        return elements.contains(place);
    }

    /** Whether something below this place is wanted. */
    boolean leadOn(String place) {
        return prefixes.contains(place);
    }

    /** Whether the findings, or what holds them, are listed here. */
    boolean isList(String place) {
        return lists.contains(place);
    }

    /** The names of the lists, of which a report has one at least. */
    List<String> lists() {
        return lists.stream().sorted().toList();
    }

    /** Whether every document of a file is one element, as with JSON lines. */
    boolean isWholeDocument() {
        return elements.contains("");
    }

    List<String> versions() {
        return versions;
    }
}
