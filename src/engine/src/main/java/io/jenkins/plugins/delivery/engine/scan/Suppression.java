package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Somebody says that a finding does not count, why, and until when.
 *
 * @param id rule, advisory or fingerprint; {@code *} stands for any characters
 * @param path only in files that match; {@code *} stands for any characters; null means everywhere
 * @param component only in this package; null means any
 * @param reason why it does not count
 * @param expires last day on which it holds, in UTC
 * @param where file and line, for messages
 */
record Suppression(
        String id,
        @CheckForNull String path,
        @CheckForNull String component,
        String reason,
        LocalDate expires,
        String where) {

    /** Ready to be held against many findings. */
    Predicate<Finding> matcher() {
        boolean exact = id.indexOf('*') < 0;
        Pattern ids = glob(id);
        Pattern paths = path == null ? null : glob(path);
        Predicate<String> named = exact ? id::equals : name -> ids.matcher(name).matches();
        return finding ->
                (finding.fingerprint().equals(id) || finding.names().stream().anyMatch(named))
                        && isIn(paths, finding.place())
                        && isAbout(finding.component());
    }

    private static boolean isIn(@CheckForNull Pattern paths, @CheckForNull Place place) {
        return paths == null || place != null && paths.matcher(place.path()).matches();
    }

    private boolean isAbout(@CheckForNull Component subject) {
        return component == null || subject != null && subject.name().equals(component);
    }

    private static Pattern glob(String text) {
        return Pattern.compile("\\Q" + text.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    }

    boolean expired(LocalDate today) {
        return today.isAfter(expires);
    }
}
