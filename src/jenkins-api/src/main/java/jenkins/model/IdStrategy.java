package jenkins.model;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import java.io.Serializable;
import java.util.Comparator;

public abstract class IdStrategy implements Describable<IdStrategy>, ExtensionPoint, Comparator<String> {
    public static IdStrategy CASE_INSENSITIVE;

    public IdStrategy() {}

    public String filenameOf(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String legacyFilenameOf(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String idFromFilename(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String keyFor(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract int compare(String text, String text2);

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static class CaseInsensitive extends IdStrategy implements Serializable {
        public CaseInsensitive() {}

        public String idFromFilename(String text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public String keyFor(String text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean equals(String text, String text2) {
            throw new UnsupportedOperationException("unwritten");
        }

        public int compare(String text, String text2) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Descriptor getDescriptor() {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
