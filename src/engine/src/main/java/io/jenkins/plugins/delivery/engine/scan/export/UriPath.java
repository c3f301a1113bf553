package io.jenkins.plugins.delivery.engine.scan.export;

import java.net.URI;
import java.net.URISyntaxException;

/** A path as a URI reference, which SARIF demands. */
final class UriPath {
    private UriPath() {}

    static String of(String path) {
        if (isUri(path)) {
            return path;
        }
        try {
            boolean drive = path.matches("[A-Za-z]:/.*");
            // The first segment of a relative reference may not have a colon.
            String safe = !drive && path.indexOf(':') > 0 && !path.startsWith("/") ? "./" + path : path;
            String reference = drive
                    ? new URI("file", "", "/" + path, null).toASCIIString()
                    : new URI(null, null, safe, null).toASCIIString();
            return reference.startsWith("//") ? "/." + reference : reference;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Every path can be quoted: " + path, e);
        }
    }

    private static boolean isUri(String path) {
        try {
            String scheme = new URI(path).getScheme();
            return scheme != null && scheme.length() > 1;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
