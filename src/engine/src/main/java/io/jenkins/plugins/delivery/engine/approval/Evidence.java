package io.jenkins.plugins.delivery.engine.approval;

import io.jenkins.plugins.delivery.engine.journal.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One thing that approvers are shown, and a digest by which it is recognized later.
 *
 * @param name what it is, for instance the name of a report
 * @param summary its verdict in words
 * @param digest digest of the whole of it, in hexadecimal digits
 */
public record Evidence(String name, String summary, String digest) {
    public Evidence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(digest, "digest");
    }

    /** SHA-256 of some content, in hexadecimal digits. */
    public static String digestOf(byte[] content) {
        return Digest.of(content);
    }

    /** SHA-256 over all of it, in hexadecimal digits, whatever the order of the list. */
    public static String digestOf(List<Evidence> evidence) {
        return Digest.of(evidence.stream()
                .sorted(Comparator.comparing(Evidence::name).thenComparing(Evidence::digest))
                .flatMap(one -> Stream.of(one.name, one.summary, one.digest))
                .toList());
    }
}
