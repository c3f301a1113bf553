package io.jenkins.plugins.delivery.engine.notify;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves who sent a body, and when: {@code sha256=} and the HMAC-SHA-256, in hexadecimal digits, over the time in
 * seconds since 1970, a full stop, and the body.
 */
public final class WebhookSignature {
    /** Header with the seconds since 1970. */
    public static final String TIMESTAMP = "X-Delivery-Timestamp";

    /** Header with the signature. */
    public static final String SIGNATURE = "X-Delivery-Signature";

    private static final String PREFIX = "sha256=";

    private final byte[] shared;

    /**
     * @param shared what both sides know and nobody else does, not empty
     */
    public WebhookSignature(byte[] shared) {
        if (shared.length == 0) {
            throw new IllegalArgumentException("A webhook cannot be signed with an empty secret.");
        }
        this.shared = shared.clone();
    }

    public String sign(long epochSecond, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(shared, "HmacSHA256"));
            mac.update((epochSecond + ".").getBytes(StandardCharsets.US_ASCII));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /**
     * Whether this body was signed with the same secret, not longer ago nor further ahead than {@code tolerance}.
     * Takes as long for a wrong signature as for a right one.
     */
    public boolean accepts(
            @CheckForNull String timestamp,
            @CheckForNull String signature,
            byte[] body,
            Instant now,
            Duration tolerance) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long sent = Long.parseLong(timestamp);
        boolean fresh = Math.abs(now.getEpochSecond() - sent) <= tolerance.toSeconds();
        boolean genuine = MessageDigest.isEqual(
                sign(sent, body).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
        return fresh && genuine;
    }
}
