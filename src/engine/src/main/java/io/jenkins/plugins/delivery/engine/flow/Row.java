package io.jenkins.plugins.delivery.engine.flow;

import java.io.Serializable;
import java.util.List;

/**
 * One line of a report's table.
 *
 * @param tone how much it deserves to be looked at
 * @param cells as many as the report has columns
 */
public record Row(Tone tone, List<String> cells) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From what matters least to what matters most. */
    public enum Tone {
        NORMAL,
        GOOD,
        WARNING,
        /** Shown in red. */
        DANGER
    }

    public Row {
        cells = cells.stream().map(PlainText::of).toList();
    }

    public static Row of(Tone tone, String... cells) {
        return new Row(tone, List.of(cells));
    }
}
