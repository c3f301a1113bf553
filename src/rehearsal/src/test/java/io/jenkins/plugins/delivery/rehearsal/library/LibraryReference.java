package io.jenkins.plugins.delivery.rehearsal.library;

import java.util.List;

/** The reference in {@code docs/library.md}: what the help of all vars says. */
final class LibraryReference {
    static final String BEGIN = "<!-- What follows is written from vars/*.txt. -->\n";

    private LibraryReference() {}

    static String of(List<Var> vars) {
        StringBuilder text = new StringBuilder(BEGIN);
        vars.forEach(var -> write(var, text));
        return text.toString();
    }

    private static void write(Var var, StringBuilder text) {
        text.append("\n### ").append(var.name()).append("\n\n```groovy\n");
        text.append(var.usage())
                .append("\n```\n\n")
                .append(escaped(var.words()))
                .append('\n');
        if (!var.explained().isEmpty()) {
            text.append("\n| argument | meaning |\n|---|---|\n");
            var.explained().forEach((name, meaning) -> text.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(escaped(meaning))
                    .append(" |\n"));
        }
    }

    private static String escaped(String words) {
        return words.replace("*", "\\*")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("_", "\\_");
    }
}
