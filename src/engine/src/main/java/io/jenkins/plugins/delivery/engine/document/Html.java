package io.jenkins.plugins.delivery.engine.document;

import java.util.List;
import java.util.stream.Collectors;

/** Writes HTML. */
final class Html {
    String write(Document document) {
        return document.blocks().stream()
                .map(Html::block)
                .collect(Collectors.joining("", "<h1>" + text(document.title()) + "</h1>\n", ""));
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return "<h2>" + text(heading.text()) + "</h2>\n";
        }
        if (block instanceof Block.Points points) {
            return points.points().stream()
                    .map(point -> "<li>" + point(point) + "</li>\n")
                    .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
        }
        if (block instanceof Block.Table table) {
            return "<table>\n<thead>\n" + row(table.headers(), "th") + "</thead>\n<tbody>\n"
                    + table.rows().stream().map(row -> row(row, "td")).collect(Collectors.joining())
                    + "</tbody>\n</table>\n";
        }
        return "<p>" + text(((Block.Paragraph) block).text()) + "</p>\n";
    }

    private static String point(Block.Point point) {
        return Links.mayBeFollowed(point.link())
                ? "<a href=\"" + text(point.link()) + "\">" + text(point.text()) + "</a>"
                : text(point.text());
    }

    private static String row(List<String> cells, String tag) {
        return cells.stream()
                .map(cell -> "<" + tag + ">" + text(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
            }
        });
        return escaped.toString();
    }
}
