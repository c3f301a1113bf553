package io.jenkins.plugins.delivery.engine.document;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/** A piece of a document, from top to bottom. */
public sealed interface Block {
    /** Begins a section. */
    record Heading(String text) implements Block {}

    /** One paragraph; line breaks are spaces. */
    record Paragraph(String text) implements Block {}

    /** A list of points. */
    record Points(List<Point> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * @param text what it says
     * @param link where it leads, {@code http} or {@code https}; anything else is left away; null for nowhere
     */
    record Point(String text, @CheckForNull String link) {
        public static Point of(String text) {
            return new Point(text, null);
        }
    }

    /** A table; every row has a cell for each header. */
    record Table(List<String> headers, List<List<String>> rows) implements Block {
        public Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != headers.size()) {
                    throw new IllegalArgumentException("a row has " + row.size() + " cells for " + headers.size());
                }
            }
        }
    }
}
