package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives a problem the same name in every build.
 *
 * <p>A vulnerable package is identified by its name and the advisory, so that tools agree and a move to another
 * vulnerable version is the same problem. A secret is identified by its file and itself. Everything else is identified
 * by tool, rule, file and the surrounding text (or the tool's own fingerprint), never by line number, so that it
 * survives lines that are added above it.
 *
 * <p>The digest is keyed and cut to 120 bits: the surrounding text of a secret may be the secret, and a plain digest of it
 * could be guessed. Secrets take HMAC-SHA-256, everything else the much faster SipHash-2-4-128. Not for use by several
 * threads.
 */
public final class Fingerprints {
    /** Length of a digest. */
    static final int BYTES = 15;

    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    private final Mac mac;
    private final SipHash hash;

    private final DigestInput input = new DigestInput();

    /** @param key secret of this installation, at least 16 bytes; another key gives other fingerprints */
    public Fingerprints(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("The key of fingerprints has " + key.length + " bytes, it needs 16.");
        }
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            hash = new SipHash(mac.doFinal("fingerprints".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256.", e);
        }
    }

    /** @param surroundings what stands at its place, or null where nobody knows */
    byte[] digestOf(FindingDraft draft, @CheckForNull String surroundings) {
        Component component = draft.component();
        if (component != null && draft.kind() != Kind.CODE) {
            return digestOfComponent(
                    draft.kind(),
                    Advisories.canonical(draft.rule(), draft.aliases()),
                    PackageName.key(component.name()));
        }
        Place place = draft.place();
        String path = place == null ? "" : place.path();
        String secret = draft.secret();
        if (secret != null) {
            return macOf(input.clear().add("secret").add(path).add(secret));
        }
        input.clear()
                .add(draft.kind().name())
                .add(draft.tool())
                .add(draft.rule())
                .add(path);
        addText(draft, surroundings);
        return draft.kind() == Kind.SECRET ? macOf(input) : hashOf(input);
    }

    /** @param name key of the package */
    byte[] digestOfComponent(Kind kind, String advisory, String name) {
        return hashOf(input.clear()
                .add(kind == Kind.LICENSE ? "license" : "advisory")
                .add(advisory)
                .add(name));
    }

    private void addText(FindingDraft draft, @CheckForNull String surroundings) {
        String identity = draft.identity();
        if (surroundings != null) {
            input.add(surroundings);
        } else if (identity != null) {
            input.addWithoutSpaces(identity);
        } else {
            StringBuilder kept = new StringBuilder();
            appendWithoutSpaces(kept, draft.message());
            // Messages name lines, which must not count.
            input.add(NUMBERS.matcher(kept).replaceAll("#"));
        }
    }

    /** Indentation and line ends differ between checkouts. */
    static void appendWithoutSpaces(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                to.append(c);
            }
        }
    }

    private byte[] macOf(DigestInput text) {
        mac.update(text.bytes(), 0, text.length());
        return Arrays.copyOf(mac.doFinal(), BYTES);
    }

    private byte[] hashOf(DigestInput text) {
        return hash.digest(text.bytes(), text.length());
    }

    /** A digest is as good as its first bytes. */
    static int hash(byte[] digest) {
        return digest[0] & 0xFF | (digest[1] & 0xFF) << 8 | (digest[2] & 0xFF) << 16 | digest[3] << 24;
    }

    /** How a digest is written: in the alphabet of URLs. */
    static String text(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** @throws IllegalArgumentException if the text is no digest */
    static byte[] digest(String text) {
        byte[] digest = Base64.getUrlDecoder().decode(text);
        if (digest.length != BYTES) {
            throw new IllegalArgumentException("'" + text + "' is no fingerprint");
        }
        return digest;
    }
}
