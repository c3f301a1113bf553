package io.jenkins.plugins.delivery.engine.approval;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

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
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /**
     * SHA-256 over all of it, in hexadecimal digits. It depends on neither the order of the list nor, because lengths
     * go in too, on where one text ends and the next begins.
     */
    public static String digestOf(List<Evidence> evidence) {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            for (Evidence one : evidence.stream()
                    .sorted(Comparator.comparing(Evidence::name).thenComparing(Evidence::digest))
                    .toList()) {
                for (String text : List.of(one.name, one.summary, one.digest)) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
