package com.example.storefront.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A complete answer. */
record Response(int status, String type, byte[] body) {

    static Response json(int status, Object value) throws IOException {
        return new Response(status, "application/json", JSON.std.asBytes(value));
    }

    static Response text(int status, String text) {
        return new Response(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Response error(int status, String message) throws IOException {
        return json(status, Map.of("error", message));
    }
}
