package org.jenkinsci.remoting;

import java.util.Collection;

public final class Role {
    public static final Role UNKNOWN = null;
    public static final Collection<Role> UNKNOWN_SET = null;

    public Role(String text) {}

    public Role(Class<?> type) {}

    public String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }
}
