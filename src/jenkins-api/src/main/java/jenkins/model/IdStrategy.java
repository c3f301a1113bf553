package jenkins.model;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;

/** When two ids mean the same user or group. */
public abstract class IdStrategy implements Describable<IdStrategy>, ExtensionPoint, Comparator<String> {
    public static IdStrategy CASE_INSENSITIVE = new CaseInsensitive();

    public IdStrategy() {}

    public String keyFor(String id) {
        return id;
    }

    public boolean equals(String id1, String id2) {
        return compare(id1, id2) == 0;
    }

    @Override
    public abstract int compare(String id1, String id2);

    /** Upper and lower case mean the same. */
    public static class CaseInsensitive extends IdStrategy implements Serializable {
        private static final long serialVersionUID = 1;

        public CaseInsensitive() {}

        @Override
        public String keyFor(String id) {
            return id.toLowerCase(Locale.ENGLISH);
        }

        @Override
        public boolean equals(String id1, String id2) {
            return keyFor(id1).equals(keyFor(id2));
        }

        @Override
        public int compare(String id1, String id2) {
            return String.CASE_INSENSITIVE_ORDER.compare(id1, id2);
        }
    }
}
