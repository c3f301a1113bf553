package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Words for what is wrong with JSON: in which file, where, and what was expected there. */
final class JsonProblem {
    private final String file;
    private final JsonParser parser;
    private final int linesBefore;

    JsonProblem(String file, JsonParser parser, int linesBefore) {
        this.file = file;
        this.parser = parser;
        this.linesBefore = linesBefore;
    }

    /** The current token is not what a reader needs. */
    ReportFormatException expected(String what) {
        return at(parser.currentTokenLocation(), "expected " + what + ", but found " + current(), null);
    }

    /** Something that was thrown while reading, in our words; null if it is not about the content of the file. */
    @CheckForNull
    ReportFormatException explained(IOException e) {
        if (e instanceof JsonEOFException) {
            return at(e, "expected the rest of the report, but the file ends here: it is cut off");
        }
        if (e instanceof StreamConstraintsException limit) {
            return at(
                    e,
                    "expected at most " + JsonInput.DEEPEST + " levels and texts of " + JsonInput.LONGEST_TEXT
                            + " characters: " + limit.getOriginalMessage());
        }
        if (e instanceof JsonProcessingException broken) {
            return at(e, "expected JSON: " + broken.getOriginalMessage());
        }
        boolean encoding = e instanceof CharConversionException || e instanceof CharacterCodingException;
        return encoding ? at(e, encoding(e)) : null;
    }

    static String encoding(IOException e) {
        return "expected UTF-8, UTF-16 or UTF-32: " + e.getMessage();
    }

    private ReportFormatException at(IOException e, String problem) {
        JsonLocation known = e instanceof JsonProcessingException json ? json.getLocation() : null;
        return at(known == null ? parser.currentLocation() : known, problem, e);
    }

    private ReportFormatException at(JsonLocation at, String problem, @CheckForNull IOException cause) {
        ReportFormatException explained =
                new ReportFormatException(file, at.getLineNr() + linesBefore, at.getColumnNr(), problem);
        explained.initCause(cause);
        return explained;
    }

    private String current() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "the end of the file";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> token.asString() == null ? "something else" : token.asString();
        };
    }
}
