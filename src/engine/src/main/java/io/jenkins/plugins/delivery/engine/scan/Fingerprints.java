package io.jenkins.plugins.delivery.engine.scan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives a problem the same name in every build.
 *
 * <p>A vulnerable package is identified by its name and the advisory, so that tools agree and a move to another
 * vulnerable version is the same problem. Everything else is identified by tool, rule, file and the surrounding text
 * (or the tool's own fingerprint), never by line number, so that it survives lines that are added above it.
 *
 * <p>The digest is keyed (HMAC-SHA-256, cut to 120 bits): the surrounding text of a secret may be the secret, and a plain
 * digest of it could be guessed. Not for use by several threads.
 */
public final class Fingerprints {
    private static final int BYTES = 15;

    private final Mac mac;

    /** @param key secret of this installation, at least 16 bytes; another key gives other fingerprints */
    public Fingerprints(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("The key of fingerprints has " + key.length + " bytes, it needs 16.");
        }
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256.", e);
        }
    }

    String of(FindingDraft draft) {
        Component component = draft.component();
        if (component != null && draft.kind() != Kind.CODE) {
            String subject = draft.kind() == Kind.LICENSE ? "license" : "advisory";
            return digest(subject, canonicalAdvisory(draft), component.name().toLowerCase(Locale.ROOT));
        }
        Place place = draft.place();
        String path = place == null ? "" : place.path();
        String text = Optional.ofNullable(draft.identity()).orElse(draft.message());
        return digest(draft.kind().name(), draft.tool(), draft.rule(), path, withoutSpaces(text));
    }

    /** CVE before GHSA before anything else, so that two tools that prefer different names agree. */
    private static String canonicalAdvisory(FindingDraft draft) {
        if (draft.aliases().isEmpty()) {
            return draft.rule();
        }
        return Stream.concat(Stream.of(draft.rule()), draft.aliases().stream())
                .min(Comparator.comparingInt(Fingerprints::rank).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int rank(String name) {
        if (name.startsWith("CVE-")) {
            return 0;
        }
        return name.startsWith("GHSA-") ? 1 : 2;
    }

    /** Indentation and line ends differ between checkouts. */
    private static String withoutSpaces(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private String digest(String... parts) {
        for (String part : parts) {
            mac.update(part.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
        }
        byte[] full = mac.doFinal();
        byte[] cut = new byte[BYTES];
        System.arraycopy(full, 0, cut, 0, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cut);
    }
}
