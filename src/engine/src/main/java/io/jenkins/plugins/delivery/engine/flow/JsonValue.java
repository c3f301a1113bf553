package io.jenkins.plugins.delivery.engine.flow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The value at which a parser stands. */
public final class JsonValue {
    private final String file;
    private final JsonParser parser;

    JsonValue(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** All of it, in memory. */
    public JsonNode tree() throws IOException {
        return ReportInput.tree(parser);
    }

    /** Takes note of one element. */
    @FunctionalInterface
    public interface Element {
        void read(JsonNode element) throws IOException;
    }

    /** The elements of this array, each of them in memory by itself; null is an empty array. */
    public void elements(Element handler) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new ReportException(file, parser.currentTokenLocation().getLineNr(), "expected a list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            handler.read(ReportInput.tree(parser));
        }
    }

    /** The fields of this object; what the handler leaves unread is skipped. */
    public void fields(ReportInput.Field handler) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new ReportException(file, parser.currentTokenLocation().getLineNr(), "expected an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            JsonToken start = parser.currentToken();
            int depth = parser.getParsingContext().getNestingDepth();
            handler.read(field, this);
            if (start.isStructStart()
                    && parser.currentToken() == start
                    && parser.getParsingContext().getNestingDepth() == depth) {
                parser.skipChildren();
            }
        }
    }
}
