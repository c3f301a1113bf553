package io.jenkins.plugins.delivery.engine.scan.format;

import java.net.URI;

/** Paths in SARIF are URI references. */
final class SarifPaths {
    private SarifPaths() {}

    static String path(String uri) {
        String path = uri.startsWith("file:") ? uri.substring("file:".length()).replaceFirst("^//+", "/") : uri;
        return path.indexOf('%') < 0 ? path : decoded(path);
    }

    private static String decoded(String path) {
        try {
            String plain = URI.create(path).getPath();
            return plain == null ? path : plain;
        } catch (IllegalArgumentException e) {
            // Tools write bare paths too, in which a percent sign means itself.
            return path;
        }
    }
}
