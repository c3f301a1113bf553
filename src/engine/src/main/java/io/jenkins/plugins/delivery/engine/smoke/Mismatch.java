package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;

/** What was expected and what was there instead, both in words. */
public record Mismatch(String expected, String actual) implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "expected " + expected + ", got " + actual;
    }
}
