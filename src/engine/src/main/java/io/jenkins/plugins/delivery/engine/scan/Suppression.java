package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.LocalDate;
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

    boolean matches(Finding finding) {
        return matchesId(finding) && matchesPath(finding) && matchesComponent(finding);
    }

    private boolean matchesId(Finding finding) {
        Pattern pattern = glob(id);
        return finding.fingerprint().equals(id)
                || finding.names().stream()
                        .anyMatch(name -> pattern.matcher(name).matches());
    }

    private boolean matchesPath(Finding finding) {
        Place place = finding.place();
        return path == null || place != null && glob(path).matcher(place.path()).matches();
    }

    private boolean matchesComponent(Finding finding) {
        Component subject = finding.component();
        return component == null || subject != null && subject.name().equals(component);
    }

    private static Pattern glob(String text) {
        return Pattern.compile("\\Q" + text.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    }

    boolean expired(LocalDate today) {
        return today.isAfter(expires);
    }
}
