package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.List;

/** A {@code message} (SARIF 2.1.0, section 3.11): its text, or the id of one that the rule or the tool holds. */
final class SarifMessage {
    @CheckForNull
    private String text;

    @CheckForNull
    private String id;

    private List<String> arguments = List.of();

    void read(JsonInput json) throws IOException {
        if (!json.isObject()) {
            text = json.text();
            return;
        }
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            switch (key) {
                case "text" -> text = json.text();
                case "markdown" -> text = text == null ? json.text() : text;
                case "id" -> id = json.text();
                case "arguments" -> arguments = json.texts();
                default -> {
                    // Properties of a message say nothing of the problem.
                }
            }
        }
    }

    String words(SarifRule rule, SarifComponent driver) {
        String words = text;
        if ((words == null || words.isBlank()) && id != null) {
            words = rule.message(id);
            words = words == null ? driver.message(id) : words;
        }
        return words == null || words.isBlank() ? rule.title() : filledIn(words);
    }

    /** Placeholders {@code {0}}, {@code {1}} … are replaced (section 3.11.5). */
    private String filledIn(String words) {
        String filled = words;
        for (int i = 0; i < arguments.size(); i++) {
            filled = filled.replace("{" + i + "}", arguments.get(i));
        }
        return filled;
    }
}
