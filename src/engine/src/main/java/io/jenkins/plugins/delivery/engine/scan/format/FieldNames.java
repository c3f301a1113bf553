package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
        private final FieldName name;

        private Step next = NONE;

        @CheckForNull
        private Step end;

        Step(String name) {
            this.name = new FieldName(name);
        }
    }

    /** Nothing is known yet; no field has this name, or if one has, it is just that. */
    private static final Step NONE = new Step("");

    private final JsonParser parser;

    /** The same, if it can compare; null for texts that are no UTF-8. */
    @CheckForNull
    private final ReportJsonParser comparing;

    private final Map<String, Step> known = new HashMap<>();
    private int steps;
    private Step last = new Step("");

    FieldNames(JsonParser parser) {
        this.parser = parser;
        comparing = parser instanceof ReportJsonParser ours ? ours : null;
    }

    /** Moves on within an object: to the value of its next field, whose name this is, or to its end. */
    @CheckForNull
    String next() throws IOException {
        Step expected = last.next;
        if (comparing == null || !comparing.nextField(expected.name)) {
            return unexpected();
        }
        if (parser.currentToken() == JsonToken.END_OBJECT) {
            ended();
            return null;
        }
        last = expected == NONE ? named("") : expected;
        return last.name.text();
    }

    @CheckForNull
    private String unexpected() throws IOException {
        String name = parser.nextFieldName();
        if (name == null) {
            if (parser.currentToken() == JsonToken.END_OBJECT) {
                ended();
            }
            return null;
        }
        parser.nextToken();
        if (name.length() > LONGEST) {
            last = new Step("");
            return name;
        }
        last.next = named(name);
        last = last.next;
        return last.name.text();
    }

    private void ended() {
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
