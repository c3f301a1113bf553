package hudson.util;

import java.io.File;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class ArgumentListBuilder implements Serializable, Cloneable {
    public ArgumentListBuilder() {}

    public ArgumentListBuilder(String... text) {}

    public ArgumentListBuilder add(File file) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder add(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder add(String text, boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder prepend(String... text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder addQuoted(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder addQuoted(String text, boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder add(String... text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder add(Iterable<String> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder addTokenized(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder addKeyValuePair(String text, String text2, String text3, boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder addKeyValuePairs(String text, Map<String, String> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder addKeyValuePairs(String text, Map<String, String> map, Set<String> set) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String[] toCommandArray() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder clone() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void clear() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<String> toList() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toStringWithQuote() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder toWindowsCommand(boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder toWindowsCommand() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasMaskedArguments() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean[] toMaskArray() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void addMasked(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ArgumentListBuilder addMasked(Secret secret) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
