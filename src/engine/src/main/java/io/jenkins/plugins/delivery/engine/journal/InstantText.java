package io.jenkins.plugins.delivery.engine.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads moments as {@link Instant#toString} writes them, digit by digit: the formatter of the platform, which knows many
 * other forms, takes longer for a moment than everything else takes for the rest of a record. It gets what looks otherwise.
 */
final class InstantText extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final int TO_SECONDS = "2026-01-31T10:00:00".length();
    private static final int MOST = "2026-01-31T10:00:00.123456789Z".length();
    private static final int NANO_DIGITS = 9;
    private static final int TEN = 10;

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            String text = parser.getText();
            if (isUsual(text)) {
                return instant(text, context);
            }
        }
        return InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    private Instant instant(String text, DeserializationContext context) throws IOException {
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, TO_SECONDS),
                            nanos(text))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "%s", e.getMessage());
        }
    }

    /** Seconds, then perhaps a point and up to nine digits, in UTC. */
    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        boolean shaped = end >= TO_SECONDS
                && end < MOST
                && end != TO_SECONDS + 1
                && text.charAt(end) == 'Z'
                && matches(text, "dddd-dd-ddTdd:dd:dd");
        if (!shaped || end == TO_SECONDS) {
            return shaped;
        }
        boolean fraction = text.charAt(TO_SECONDS) == '.';
        for (int at = TO_SECONDS + 1; at < end; at++) {
            fraction &= isDigit(text.charAt(at));
        }
        return fraction;
    }

    private static boolean matches(String text, String shape) {
        for (int at = 0; at < shape.length(); at++) {
            char wanted = shape.charAt(at);
            if (wanted == 'd' ? !isDigit(text.charAt(at)) : text.charAt(at) != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseInt(text, begin, end, TEN);
    }

    private static int nanos(String text) {
        int begin = TO_SECONDS + 1;
        int end = text.length() - 1;
        int nanos = begin < end ? number(text, begin, end) : 0;
        for (int digits = Math.max(0, end - begin); digits < NANO_DIGITS; digits++) {
            nanos *= TEN;
        }
        return nanos;
    }
}
