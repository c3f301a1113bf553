package io.jenkins.plugins.delivery.engine.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes CommonMark. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]|~";
    /** What would begin a list or a heading. */
    private static final Pattern BEGINNING = Pattern.compile("^(\\d*)([-+#=.)])");

    String write(Document document) {
        return document.blocks().stream()
                .map(Markdown::block)
                .collect(Collectors.joining("\n", "# " + text(document.title()) + "\n\n", ""));
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return "## " + text(heading.text()) + "\n";
        }
        if (block instanceof Block.Points points) {
            return points.points().stream()
                    .map(point -> "- " + point(point) + "\n")
                    .collect(Collectors.joining());
        }
        if (block instanceof Block.Table table) {
            String rule = "|" + " --- |".repeat(table.headers().size()) + "\n";
            return row(table.headers())
                    + rule
                    + table.rows().stream().map(Markdown::row).collect(Collectors.joining());
        }
        return text(((Block.Paragraph) block).text()) + "\n";
    }

    private static String point(Block.Point point) {
        return Links.mayBeFollowed(point.link())
                ? "[" + text(point.text()) + "](<" + point.link() + ">)"
                : text(point.text());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** On one line, and nothing in it means anything. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> literally(character, escaped);
            }
        });
        return BEGINNING.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    private static void literally(int character, StringBuilder escaped) {
        if (SPECIAL.indexOf(character) >= 0) {
            escaped.append('\\');
        }
        escaped.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
    }
}
