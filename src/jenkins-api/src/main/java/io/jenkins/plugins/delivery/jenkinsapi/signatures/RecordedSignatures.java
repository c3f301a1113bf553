package io.jenkins.plugins.delivery.jenkinsapi.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All recorded types, by name. */
public final class RecordedSignatures {
    private final Map<String, RecordedType> types;

    RecordedSignatures(Map<String, RecordedType> types) {
        this.types = Map.copyOf(types);
    }

    /** Reads the files of a directory; its README is left out. */
    public static RecordedSignatures read(Path directory) throws IOException {
        Map<String, RecordedType> types = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.filter(RecordedSignatures::isRecord).toList()) {
                new RecordedTypeReader(types).read(Files.readAllLines(each));
            }
        }
        if (types.isEmpty()) {
            throw new IOException("No recorded signatures in " + directory);
        }
        return new RecordedSignatures(types);
    }

    private static boolean isRecord(Path file) {
        return file.toString().endsWith(".txt") && !file.endsWith("README.txt");
    }

    public Optional<RecordedType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether a package with this name (with slashes) has a recorded type. */
    public boolean knowsPackage(String name) {
        return types.keySet().stream().anyMatch(each -> packageOf(each).equals(name));
    }

    public static String packageOf(String type) {
        int slash = type.lastIndexOf('/');
        return slash < 0 ? "" : type.substring(0, slash);
    }

    /** The type itself and all above it, nearest first, as far as they are recorded; others are named, too. */
    public Set<String> hierarchy(String name) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (seen.add(next)) {
                type(next).ifPresent(found -> open.addAll(found.supertypes()));
            }
        }
        return seen;
    }

    /** The flags of a member of a type or of what it inherits; members of types outside of Jenkins are looked up in these. */
    public Optional<String> resolve(String type, String member) {
        for (String each : hierarchy(type)) {
            Optional<String> found = type(each).isPresent()
                    ? type(each).orElseThrow().member(member)
                    : LibraryMembers.find(each, member);
            if (found.isPresent()) {
                return found;
            }
        }
        return LibraryMembers.find("java/lang/Object", member);
    }
}
