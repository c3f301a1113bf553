package io.jenkins.plugins.delivery.engine.document;

import java.util.List;

/**
 * A text with a title.
 *
 * @param title in a few words
 * @param blocks from top to bottom
 */
public record Document(String title, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** As CommonMark, with the tables of GitHub. */
    public String markdown() {
        return new Markdown().write(this);
    }

    /** As a fragment of HTML: no head, no script, no style. */
    public String html() {
        return new Html().write(this);
    }
}
