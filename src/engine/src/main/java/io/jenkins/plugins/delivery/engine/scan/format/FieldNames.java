package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the names of fields by comparing them with the ones expected: the elements of a report have the same fields in
 * the same order, and to compare a name takes much less time than to find out which one it is.
 *
 * <p>What is expected is what came last time after the same name, and after as many ends of objects since then.
 */
final class FieldNames {
    /** A file that has more different names than any format is not worth to be remembered. */
    private static final int MOST = 2_000;

    private static final int LONGEST = 100;

    /** A name, or the end of an object after it, and what followed. */
    private static final class Step {
        private final SerializedString name;

        private Step next = NONE;

        @CheckForNull
        private Step end;

        Step(String name) {
            this.name = new SerializedString(name);
        }
    }

    /** Nothing is known yet; no field has this name, or if one has, it is just that. */
    private static final Step NONE = new Step("");

    private final JsonParser parser;
    private final Map<String, Step> known = new HashMap<>();
    private int steps;
    private Step last = new Step("");

    FieldNames(JsonParser parser) {
        this.parser = parser;
    }

    /** Moves on within an object: to its next field, whose name this is, or to its end. */
    @CheckForNull
    String next() throws IOException {
        Step expected = last.next;
        if (parser.nextFieldName(expected.name)) {
            last = expected == NONE ? named("") : expected;
            return last.name.getValue();
        }
        if (parser.currentToken() != JsonToken.FIELD_NAME) {
            ended(parser.currentToken());
            return null;
        }
        String name = parser.currentName();
        if (name.length() > LONGEST) {
            last = new Step("");
            return name;
        }
        last.next = named(name);
        last = last.next;
        return last.name.getValue();
    }

    private void ended(@CheckForNull JsonToken token) {
        if (token != JsonToken.END_OBJECT) {
            return;
        }
        Step end = last.end;
        if (end == null) {
            end = create("");
            last.end = end;
        }
        last = end;
    }

    private Step named(String name) {
        Step step = known.get(name);
        if (step == null) {
            step = create(name);
            known.put(name, step);
        }
        return step;
    }

    /** Begins to learn anew when there is too much of it. */
    private Step create(String name) {
        if (++steps > MOST) {
            known.clear();
            steps = 0;
        }
        return new Step(name);
    }
}
