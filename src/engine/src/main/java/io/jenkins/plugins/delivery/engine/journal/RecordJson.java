package io.jenkins.plugins.delivery.engine.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Records as JSON, the form in which they are kept: their components and nothing else, moments as text. Fields that a
 * newer release adds are skipped by an older one.
 */
public final class RecordJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule().addDeserializer(Instant.class, new InstantText()))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordJson() {}

    /** On one line. */
    public static String write(Record value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IOException if it is not what {@link #write} wrote for that type
     */
    public static <T extends Record> T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /**
     * The record in a part of a buffer.
     *
     * @throws IOException if it is not what {@link #write} wrote for that type
     */
    public static <T extends Record> T read(byte[] buffer, int begin, int length, Class<T> type) throws IOException {
        return MAPPER.readValue(buffer, begin, length, type);
    }

    /**
     * @throws IOException if it is not what {@link #write} wrote for that type
     */
    public static <T extends Record> T read(String json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }
}
