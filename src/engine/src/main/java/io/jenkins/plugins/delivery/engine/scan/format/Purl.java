package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Package URLs ({@code pkg:maven/group/name@version?…}), as far as a finding needs them. */
final class Purl {
    private static final Pattern PURL = Pattern.compile("pkg:[^/]+/([^@?#]+)(?:@([^?#]*))?.*");

    private Purl() {}

    /** Name with its namespace, or the reference itself if it is no package URL. */
    @CheckForNull
    static String name(@CheckForNull String reference) {
        if (reference == null) {
            return null;
        }
        Matcher purl = PURL.matcher(reference);
        return purl.matches() ? purl.group(1) : reference;
    }

    @CheckForNull
    static String version(@CheckForNull String reference) {
        Matcher purl = reference == null ? null : PURL.matcher(reference);
        return purl != null && purl.matches() ? purl.group(2) : null;
    }
}
