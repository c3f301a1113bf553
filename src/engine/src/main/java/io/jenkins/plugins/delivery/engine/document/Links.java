package io.jenkins.plugins.delivery.engine.document;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.net.URISyntaxException;

/** Tells addresses that may be followed from those that would do something. */
final class Links {
    private Links() {}

    static boolean mayBeFollowed(@CheckForNull String link) {
        if (link == null) {
            return false;
        }
        try {
            URI address = new URI(link);
            return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
