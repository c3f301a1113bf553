package hudson.util;

import io.jenkins.plugins.delivery.jenkinsapi.QuotedWords;
import java.io.File;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Builds a command line word by word, and knows which words are secret. */
public class ArgumentListBuilder implements Serializable, Cloneable {
    private static final long serialVersionUID = 1;
    private List<String> args = new ArrayList<>();
    private BitSet mask = new BitSet();

    public ArgumentListBuilder() {}

    public ArgumentListBuilder(String... args) {
        add(args);
    }

    public ArgumentListBuilder add(File f) {
        return add(f.getAbsolutePath());
    }

    public ArgumentListBuilder add(String a) {
        return add(a, false);
    }

    public ArgumentListBuilder add(String a, boolean mask) {
        if (a != null) {
            if (mask) {
                this.mask.set(args.size());
            }
            args.add(a);
        }
        return this;
    }

    public ArgumentListBuilder add(String... args) {
        for (String each : args) {
            add(each);
        }
        return this;
    }

    public ArgumentListBuilder add(Iterable<String> args) {
        args.forEach(this::add);
        return this;
    }

    public ArgumentListBuilder prepend(String... args) {
        BitSet shifted = new BitSet();
        mask.stream().forEach(each -> shifted.set(each + args.length));
        mask = shifted;
        this.args.addAll(0, List.of(args));
        return this;
    }

    public ArgumentListBuilder addTokenized(String s) {
        return s == null ? this : add(QuotedWords.split(s));
    }

    public ArgumentListBuilder addKeyValuePair(String prefix, String key, String value, boolean mask) {
        return key == null ? this : add((prefix == null ? "-D" : prefix) + key + '=' + value, mask);
    }

    public ArgumentListBuilder addKeyValuePairs(String prefix, Map<String, String> props) {
        props.forEach((key, value) -> addKeyValuePair(prefix, key, value, false));
        return this;
    }

    public void addMasked(String string) {
        add(string, true);
    }

    public ArgumentListBuilder addMasked(Secret s) {
        return add(Secret.toString(s), true);
    }

    public boolean hasMaskedArguments() {
        return !mask.isEmpty();
    }

    public boolean[] toMaskArray() {
        boolean[] array = new boolean[args.size()];
        mask.stream().forEach(each -> array[each] = true);
        return array;
    }

    public String[] toCommandArray() {
        return args.toArray(new String[0]);
    }

    public List<String> toList() {
        return List.copyOf(args);
    }

    @Override
    public ArgumentListBuilder clone() {
        try {
            ArgumentListBuilder copy = (ArgumentListBuilder) super.clone();
            copy.args = new ArrayList<>(args);
            copy.mask = (BitSet) mask.clone();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    public void clear() {
        args.clear();
        mask.clear();
    }

    /** Words with blanks in quotes, secrets as stars. */
    public String toStringWithQuote() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < args.size(); i++) {
            String shown = mask.get(i) ? "******" : args.get(i);
            line.append(i == 0 ? "" : " ");
            line.append(shown.isEmpty() || shown.contains(" ") ? '"' + shown + '"' : shown);
        }
        return line.toString();
    }

    @Override
    public String toString() {
        return toStringWithQuote();
    }
}
