package io.jenkins.plugins.delivery.engine.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What secrets look like in a log or in an answer: as they are, a line of theirs, in Base64, in a URL, in JSON, and as a
 * shell that traces its commands quotes them.
 */
public final class SecretForms {
    private static final int SHORTEST_ENCODED = 6;

    /** A letter that is a line of a secret is everywhere. */
    private static final int SHORTEST_LINE = 4;

    /** Where a text was cut off. */
    private static final String CUT = "…";

    private SecretForms() {}

    /** One expression for all of them, longest first, so that a secret that contains another one is hidden as a whole. */
    public static Pattern of(Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        secrets.stream().filter(secret -> !secret.isBlank()).forEach(secret -> forms.addAll(forms(secret)));
        if (forms.isEmpty()) {
            return Pattern.compile("(?!)");
        }
        return Pattern.compile(forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /**
     * A text without them. One that begins before a {@code …}, where the text was cut off, is replaced as far as it is there.
     *
     * @param instead what stands in their place
     */
    public static String hide(String text, Collection<String> secrets, String instead) {
        String hidden = of(secrets).matcher(text).replaceAll(Matcher.quoteReplacement(instead));
        for (int cut = hidden.indexOf(CUT); cut >= 0; cut = hidden.indexOf(CUT, cut + 1)) {
            int begun = begun(hidden.substring(0, cut), secrets);
            if (begun > 0) {
                hidden = hidden.substring(0, cut - begun) + instead + hidden.substring(cut);
                cut += instead.length() - begun;
            }
        }
        return hidden;
    }

    /** How many of the last letters are the first ones of a secret; a few may be so by chance. */
    private static int begun(String text, Collection<String> secrets) {
        int most = 0;
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                for (int length = Math.min(form.length(), text.length()); length > most; length--) {
                    if (length >= SHORTEST_LINE && text.regionMatches(text.length() - length, form, 0, length)) {
                        most = length;
                    }
                }
            }
        }
        return most;
    }

    private static List<String> forms(String secret) {
        List<String> forms = new ArrayList<>(List.of(secret, secret.strip()));
        secret.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(forms::add);
        forms.add(singleQuoted(secret, "'\\''"));
        forms.add(singleQuoted(secret, "'\"'\"'"));
        forms.add(secret.replaceAll("([^A-Za-z0-9_\\-.,:/@\\n])", "\\\\$1"));
        forms.add(secret.replace("$", "$$"));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        if (secret.length() >= SHORTEST_ENCODED) {
            forms.addAll(base64(secret));
        }
        return forms;
    }

    /** A shell leaves the single quotes and comes back for a quote inside of them. */
    private static String singleQuoted(String secret, String quote) {
        return secret.replace("'", quote);
    }

    /**
     * Base64 has three forms of the same bytes, depending on where they begin in the encoded text; what the neighbours would change is cut
     * off at both ends.
     */
    private static List<String> base64(String secret) {
        List<String> forms = new ArrayList<>();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.withoutPadding().encodeToString(shifted);
                int from = shift == 0 ? 0 : shift + 1;
                int to = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
                forms.add(encoded.substring(from, to));
            }
        }
        return forms;
    }
}
