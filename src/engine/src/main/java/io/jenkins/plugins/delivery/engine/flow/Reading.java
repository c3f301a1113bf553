package io.jenkins.plugins.delivery.engine.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says, before gates judge it. All texts may come from anybody; they are cleaned of escapes and cut here.
 *
 * @param summary one sentence
 * @param figures in the order in which they are shown
 * @param columns titles of the table, none where there is no table
 * @param rows at most {@link #MOST_ROWS}; where there were more, those that matter most were kept
 * @param leftOff how many rows were not kept
 * @param sentences what people should know although it decides nothing
 * @param failures why this cannot pass whatever the gates say, for instance because the tool itself failed
 * @param facts further texts for the pipeline, by name
 */
public record Reading(
        String summary,
        List<Figure> figures,
        List<String> columns,
        List<Row> rows,
        int leftOff,
        List<String> sentences,
        List<String> failures,
        Map<String, String> facts)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What a page can show and a person can read. */
    public static final int MOST_ROWS = 1000;

    private static final int MOST_SENTENCES = 100;
    private static final int LONGEST_FACT = 20_000;

    public Reading {
        figures = List.copyOf(figures);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        sentences = sentences.stream().map(PlainText::of).toList();
        failures = failures.stream().map(PlainText::of).toList();
        facts = Map.copyOf(facts);
        summary = PlainText.of(summary);
    }

    public static Draft draft(String... columns) {
        return new Draft(List.of(columns));
    }

    public Optional<Figure> figure(String id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** Collects what a report says. */
    public static final class Draft {
        private final List<String> columns;
        private final List<Figure> figures = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final Map<String, String> facts = new LinkedHashMap<>();
        private int leftOff;

        private Draft(List<String> columns) {
            this.columns = columns;
        }

        public Draft figure(Figure figure) {
            figures.add(figure);
            return this;
        }

        public Draft count(String id, String words, long value) {
            return figure(Figure.count(id, words, value));
        }

        /** Adds a row of as many cells as there are columns. */
        public Draft row(Row.Tone tone, String... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException("A row has " + columns.size() + " cells, not " + cells.length);
            }
            rows.add(Row.of(tone, cells));
            if (rows.size() >= 2 * MOST_ROWS) {
                cut();
            }
            return this;
        }

        public Draft sentence(String sentence) {
            if (sentences.size() < MOST_SENTENCES) {
                sentences.add(sentence);
            }
            return this;
        }

        public Draft failure(String failure) {
            if (failures.size() < MOST_SENTENCES) {
                failures.add(failure);
            }
            return this;
        }

        public Draft fact(String name, String value) {
            facts.put(name, PlainText.of(value, LONGEST_FACT));
            return this;
        }

        public Reading summary(String summary) {
            cut();
            return new Reading(summary, figures, columns, rows, leftOff, sentences, failures, facts);
        }

        private void cut() {
            if (rows.size() > MOST_ROWS) {
                rows.sort(Comparator.comparing(Row::tone).reversed());
                leftOff += rows.size() - MOST_ROWS;
                rows.subList(MOST_ROWS, rows.size()).clear();
            }
        }
    }
}
