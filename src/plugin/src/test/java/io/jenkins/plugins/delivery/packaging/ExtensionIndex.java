package io.jenkins.plugins.delivery.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the index that SezPoz wrote, without loading the classes that it names. */
final class ExtensionIndex {
    private ExtensionIndex() {}

    /** Names of the indexed classes. */
    static SortedSet<String> read(byte[] index) {
        SortedSet<String> names = new TreeSet<>();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(index))) {
            for (Object each = in.readObject(); each != null; each = in.readObject()) {
                // "<class name>{values}", which is all that an element says of itself
                names.add(each.toString().replaceAll("[#@{].*", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("SezPoz is not on the class path", e);
        }
        return names;
    }
}
