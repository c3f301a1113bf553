package io.jenkins.plugins.delivery.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Document NOTES = new Document(
            "shop 1.5.0",
            List.of(
                    new Block.Paragraph("Released."),
                    new Block.Heading("Changes"),
                    new Block.Points(List.of(
                            Block.Point.of("Add a cart"), new Block.Point("Mend it", "https://example.com/c/1"))),
                    new Block.Table(List.of("time", "what"), List.of(List.of("10:00", "began")))));

    @Test
    void is_written_as_markdown() {
        assertThat(NOTES.markdown()).isEqualTo("""
                        # shop 1.5.0

                        Released.

                        ## Changes

                        - Add a cart
                        - [Mend it](<https://example.com/c/1>)

                        | time | what |
                        | --- | --- |
                        | 10:00 | began |
                        """);
    }

    @Test
    void is_written_as_html() {
        assertThat(NOTES.html()).isEqualTo("""
                        <h1>shop 1.5.0</h1>
                        <p>Released.</p>
                        <h2>Changes</h2>
                        <ul>
                        <li>Add a cart</li>
                        <li><a href="https://example.com/c/1">Mend it</a></li>
                        </ul>
                        <table>
                        <thead>
                        <tr><th>time</th><th>what</th></tr>
                        </thead>
                        <tbody>
                        <tr><td>10:00</td><td>began</td></tr>
                        </tbody>
                        </table>
                        """);
    }

    @Test
    void what_people_wrote_never_becomes_markup() {
        String hostile = "<script>alert('x')</script> [click](javascript:x) | `a` **b** & \u0007\n# no heading";
        Document document = new Document(
                hostile,
                List.of(
                        new Block.Points(List.of(new Block.Point(hostile, "javascript:alert(1)"))),
                        new Block.Table(List.of(hostile), List.of(List.of(hostile)))));

        assertThat(document.html())
                .doesNotContain("<script", "href", "\u0007")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "&amp;");
        assertThat(document.markdown())
                .doesNotContain("<script", " | \\`", "\n# no", "\u0007")
                .doesNotContainPattern("[^\\\\]\\]\\(javascript")
                .contains("&lt;script&gt;alert('x')", "\\[click\\]", "\\*\\*b\\*\\*");
    }

    @Test
    void a_text_does_not_begin_a_list_or_a_heading() {
        for (String text : List.of("1. one", "12) twelve", "- minus", "+ plus", "# heading", "=====")) {
            Document document = new Document("t", List.of(new Block.Paragraph(text)));

            assertThat(document.markdown()).as(text).containsPattern("\n\\d*\\\\[-+#=.)]");
        }
    }

    @Test
    void a_link_that_would_do_something_else_than_lead_somewhere_is_left_away() {
        for (String link : List.of("javascript:alert(1)", "data:text/html,x", "//example.com", "ht tp://x", "")) {
            Document document = new Document("t", List.of(new Block.Points(List.of(new Block.Point("here", link)))));

            assertThat(document.html()).as(link).contains("<li>here</li>");
            assertThat(document.markdown()).as(link).contains("- here\n");
        }
    }

    @Test
    void a_row_that_does_not_fit_its_table_is_refused() {
        assertThatThrownBy(() -> new Block.Table(List.of("one"), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row has 2 cells for 1");
    }
}
