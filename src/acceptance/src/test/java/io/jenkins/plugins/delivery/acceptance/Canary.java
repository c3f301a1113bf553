package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Secrets that are nowhere else, in each form in which they could come out. */
final class Canary {
    /** As much of a random text as is nowhere else. */
    private static final int HINT = 10;

    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    /** A secret with characters that URLs, shells and JSON write differently; its first and its last letters are by chance. */
    String secret(String name) {
        String secret = UUID.randomUUID() + "'$ +/" + UUID.randomUUID();
        form("the beginning of " + name, secret.substring(0, HINT));
        form("the end of " + name, secret.substring(secret.length() - HINT));
        hunt(name, secret);
        return secret;
    }

    /** What holds a secret, such as a user with a password, is also looked for as it goes over the wire. */
    void hunt(String name, String secret) {
        form(name + " in a URL", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        form(name + " in Base64", Base64.getEncoder().encodeToString(bytes).substring(0, 2 * HINT));
        form(
                name + " in Base64 for URLs",
                Base64.getUrlEncoder().encodeToString(bytes).substring(0, 2 * HINT));
    }

    private void form(String name, String text) {
        forms.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Which of them a text holds. */
    List<String> in(String where, byte[] bytes) {
        // One byte is one character here, whatever the bytes are.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return forms.entrySet().stream()
                .filter(form -> text.contains(new String(form.getValue(), StandardCharsets.ISO_8859_1)))
                .map(form -> form.getKey() + " in " + where)
                .toList();
    }

    /** Which of them are in files below a home, except the programs in it. */
    List<String> below(Path home) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(home)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !home.relativize(file).startsWith("plugins"))
                    .filter(file -> !home.relativize(file).startsWith("war"))
                    .toList();
        }
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(in(home.relativize(file).toString(), Files.readAllBytes(file)));
        }
        return found;
    }
}
