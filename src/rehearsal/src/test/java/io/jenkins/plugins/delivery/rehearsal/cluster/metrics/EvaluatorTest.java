package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = START.plusSeconds(300);

    private final SeriesStore store = new SeriesStore();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 + 2 * 3 ^ 2                                   | 19
                    -2 ^ 2                                          | -4
                    (1 + 2) * 3                                     | 9
                    7 % 4                                           | 3
                    2 > bool 1                                      | 1
                    1e3 / 0x10                                      | 62.5
                    """)
    void computes_numbers_with_the_precedence_of_promql(String query, double expected) {
        assertThat(number(query)).isEqualTo(expected);
    }

    @Test
    void a_rate_is_per_second_and_survives_a_restart_of_the_counter() {
        counter("a", 10, 0);
        for (int i = 0; i <= 60; i++) {
            store.add(requests("b", "200"), START.plusSeconds(i * 5L), i < 30 ? i * 5 : (i - 30) * 5);
        }

        assertThat(number("scalar(rate(http_requests_total{pod=\"a\"}[1m]))")).isCloseTo(10, within(1e-9));
        assertThat(number("scalar(increase(http_requests_total{pod=\"a\"}[1m]))"))
                .isCloseTo(600, within(1e-6));
        assertThat(number("scalar(increase(http_requests_total{pod=\"b\"}[5m]))"))
                .isCloseTo(290 * 300 / 295.0, within(1e-6));
    }

    @Test
    void one_sample_gives_no_rate_and_an_old_series_is_gone() {
        store.add(requests("new", "200"), END, 5);
        store.add(requests("old", "200"), START.minusSeconds(1), 5);

        assertThat(vector("rate(http_requests_total[1m])").samples()).isEmpty();
        assertThat(vector("http_requests_total").samples()).hasSize(1);
        assertThat(vector("absent(http_requests_total{pod=\"old\"})").samples()).hasSize(1);
    }

    @Test
    void sums_by_label_and_matches_regular_expressions_as_a_whole() {
        counter("shop-canary-1", 4, 0);
        counter("shop-canary-2", 6, 0);
        counter("shop-1", 90, 0);

        assertThat(number("scalar(sum(rate(http_requests_total{pod=~\"shop-canary-.*\"}[1m])))"))
                .isCloseTo(10, within(1e-9));
        assertThat(number("scalar(sum(rate(http_requests_total{pod!~\"shop-canary\"}[1m])))"))
                .isCloseTo(100, within(1e-9));
        assertThat(vector("sum by (pod) (rate(http_requests_total[1m]))").samples())
                .hasSize(3);
        assertThat(vector("sum without (pod, method) (rate(http_requests_total[1m]))")
                        .samples())
                .containsOnlyKeys(Labels.of("namespace", "shop", "code", "200"));
        assertThat(vector("topology_is_unknown").samples()).isEmpty();
    }

    @Test
    void an_error_rate_is_errors_divided_by_requests() {
        counter("a", 9, 1);

        assertThat(
                        number(
                                "scalar(sum(rate(http_requests_total{code=~\"5..\"}[1m])) / sum(rate(http_requests_total[1m])))"))
                .isCloseTo(0.1, within(1e-9));
    }

    @Test
    void nothing_divided_by_nothing_is_no_answer_or_not_a_number_but_never_zero() {
        store.add(requests("a", "200"), END.minusSeconds(30), 7);
        store.add(requests("a", "200"), END, 7);

        assertThat(vector("sum(rate(http_requests_total{code=~\"5..\"}[1m])) / sum(rate(http_requests_total[1m]))")
                        .samples())
                .isEmpty();
        assertThat(number("scalar(sum(rate(http_requests_total[1m])) / sum(rate(http_requests_total[1m])))"))
                .isNaN();
    }

    @Test
    void a_quantile_of_a_histogram_is_interpolated_in_its_bucket() {
        bucket("0.1", 0);
        bucket("0.2", 90);
        bucket("0.5", 100);
        bucket("+Inf", 100);

        assertThat(number("scalar(histogram_quantile(0.9, sum by (le) (latency_bucket)))"))
                .isCloseTo(0.2, within(1e-9));
        assertThat(number("scalar(histogram_quantile(0.95, latency_bucket))")).isCloseTo(0.35, within(1e-9));
        assertThat(number("scalar(histogram_quantile(0.95, latency_bucket * 0))"))
                .isNaN();
    }

    @Test
    void a_comparison_filters_and_set_operators_combine() {
        counter("a", 1, 0);
        counter("b", 5, 0);

        assertThat(vector("rate(http_requests_total[1m]) > 2").samples()).hasSize(1);
        assertThat(vector("rate(http_requests_total[1m]) > 2 or vector(0)").samples())
                .hasSize(2);
        assertThat(vector("rate(http_requests_total[1m]) unless rate(http_requests_total{pod=\"a\"}[1m])")
                        .samples())
                .hasSize(1);
        assertThat(number("scalar(sum(rate(http_requests_total[1m]) or vector(0)))"))
                .isCloseTo(6, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "sum(", "rate(http_requests_total)", "http_requests_total[1m]", "predict_linear(x[1m], 60)",
                        "a{b=~\"(\"}",
                "1 > 2", "sum(x) by pod", "x{a}", "x offset", "a / on (pod) group_left b", "$"
            })
    void refuses_what_is_not_promql_or_not_offered(String query) {
        assertThatThrownBy(() -> new Evaluator(store, END).evaluate(Parser.parse(query)))
                .isInstanceOf(PromqlException.class);
    }

    private void counter(String pod, int goodPerSecond, int badPerSecond) {
        for (int second = 0; second <= 300; second += 5) {
            store.add(requests(pod, "200"), START.plusSeconds(second), 1000 + second * goodPerSecond);
            if (badPerSecond > 0) {
                store.add(requests(pod, "500"), START.plusSeconds(second), 1000 + second * badPerSecond);
            }
        }
    }

    private void bucket(String bound, double count) {
        store.add(Labels.of(Labels.NAME, "latency_bucket", "le", bound), END, count);
    }

    private static Labels requests(String pod, String code) {
        return Labels.of(
                Labels.NAME, "http_requests_total", "namespace", "shop", "pod", pod, "method", "GET", "code", code);
    }

    private double number(String query) {
        return ((Expression.Number) new Evaluator(store, END).evaluate(Parser.parse(query))).value();
    }

    private Expression.Vector vector(String query) {
        return (Expression.Vector) new Evaluator(store, END).evaluate(Parser.parse(query));
    }
}
