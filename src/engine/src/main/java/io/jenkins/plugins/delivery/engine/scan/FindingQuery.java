package io.jenkins.plugins.delivery.engine.scan;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which findings of a build somebody wants to see.
 *
 * @param severities any of these; empty means all, as with the other sets
 * @param tool part of the name of a witness, in lower case; empty means any
 * @param text part of rule, alias, place, component or message, in lower case; empty means any
 * @param page 1-based
 * @param size findings on a page, from 1 to {@value #LARGEST_PAGE}
 */
public record FindingQuery(
        Set<Severity> severities,
        Set<Kind> kinds,
        Set<Standing> standings,
        String tool,
        String text,
        Sort sort,
        boolean descending,
        int page,
        int size) {
    public static final int LARGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    /** What findings are ordered by; ties stand as in the report. */
    public enum Sort {
        /** As in the report: what counts first, the worst and newest of it first. */
        SEVERITY,
        RULE,
        PLACE,
        COMPONENT
    }

    /**
     * A query as an address says it.
     *
     * @param parameters {@code severity}, {@code kind} and {@code standing} (several separated by commas), {@code tool},
     *     {@code q}, {@code sort}, {@code order} ({@code asc} or {@code desc}), {@code page} and {@code size}; what is
     *     missing or blank has its default
     * @throws ArgumentException naming the parameter that cannot be used
     */
    public static FindingQuery parse(Map<String, String> parameters) {
        int page = number(parameters, "page", 1, Integer.MAX_VALUE, 1);
        int size = number(parameters, "size", 1, LARGEST_PAGE, USUAL_PAGE);
        String sort = text(parameters, "sort");
        String order = text(parameters, "order");
        if (!Set.of("", "asc", "desc").contains(order)) {
            throw new ArgumentException("order", "expected asc or desc, but it is '" + order + "'");
        }
        return new FindingQuery(
                constants(parameters, "severity", Severity.class),
                constants(parameters, "kind", Kind.class),
                constants(parameters, "standing", Standing.class),
                text(parameters, "tool").toLowerCase(Locale.ROOT),
                text(parameters, "q").toLowerCase(Locale.ROOT),
                sort.isEmpty() ? Sort.SEVERITY : Choices.pick("sort", sort, Sort.class),
                order.equals("desc"),
                page,
                size);
    }

    /** Everything, in the order of the report. */
    public static FindingQuery page(int page, int size) {
        return new FindingQuery(Set.of(), Set.of(), Set.of(), "", "", Sort.SEVERITY, false, page, size);
    }

    boolean hasText(AssessedFinding assessed) {
        Finding finding = assessed.finding();
        return text.isEmpty()
                || has(finding.rule())
                || has(finding.message())
                || finding.place() != null && has(finding.place().path())
                || finding.component() != null && has(finding.component().name())
                || finding.aliases().stream().anyMatch(this::has);
    }

    private boolean has(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }

    private static <E extends Enum<E>> Set<E> constants(Map<String, String> parameters, String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String word : text(parameters, name).split(",")) {
            if (!word.isBlank()) {
                constants.add(Choices.pick(name, word, type));
            }
        }
        return constants;
    }

    private static int number(Map<String, String> parameters, String name, int least, int most, int otherwise) {
        String text = text(parameters, name);
        try {
            int number = text.isEmpty() ? otherwise : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        throw new ArgumentException(
                name, "expected a number from " + least + " to " + most + ", but it is '" + text + "'");
    }

    private static String text(Map<String, String> parameters, String name) {
        String text = parameters.get(name);
        return text == null ? "" : text.strip();
    }
}
