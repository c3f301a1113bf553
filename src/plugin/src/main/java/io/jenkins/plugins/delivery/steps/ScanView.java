package io.jenkins.plugins.delivery.steps;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.scan.FindingPage;
import io.jenkins.plugins.delivery.engine.scan.FindingQuery;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import io.jenkins.plugins.delivery.engine.scan.Standing;
import io.jenkins.plugins.delivery.engine.scan.export.FindingRow;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** One page of findings as somebody looks at it. */
@Restricted(NoExternalUse.class)
public final class ScanView {
    static final List<String> PARAMETERS =
            List.of("severity", "kind", "standing", "tool", "q", "sort", "order", "page", "size");

    private final Map<String, String> parameters;
    private final int number;
    private final int size;
    private final FindingPage page;
    private final String error;

    private ScanView(Map<String, String> parameters, FindingQuery query, FindingPage page, String error) {
        this.parameters = new LinkedHashMap<>(parameters);
        this.number = query.page();
        this.size = query.size();
        this.page = page;
        this.error = error;
    }

    /** What cannot be asked for is said, and all findings are shown. */
    static ScanView of(FindingStore store, Map<String, String> parameters) throws IOException {
        try {
            FindingQuery query = FindingQuery.parse(parameters);
            return new ScanView(parameters, query, store.find(query), "");
        } catch (ArgumentException e) {
            FindingQuery query = FindingQuery.page(1, 100);
            return new ScanView(Map.of(), query, store.find(query), e.getMessage());
        }
    }

    public List<Map<String, String>> getRows() {
        return page.findings().stream().map(FindingRow::of).toList();
    }

    public int getTotal() {
        return page.total();
    }

    public int getNumber() {
        return number;
    }

    public int getPages() {
        return Math.max(1, (page.total() + size - 1) / size);
    }

    public String getError() {
        return error;
    }

    /** Address of the page before, empty if this is the first. */
    public String getPrevious() {
        return number <= 1 ? "" : address(Math.min(number - 1, getPages()));
    }

    /** Address of the page after, empty if this is the last. */
    public String getNext() {
        return number >= getPages() ? "" : address(number + 1);
    }

    private String address(int other) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("page", String.valueOf(other));
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !entry.getValue().isBlank())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** What a field of the form has in it. */
    public String value(String parameter) {
        String value = parameters.get(parameter);
        return value == null ? "" : value;
    }

    public List<String> getSeverities() {
        return names(Severity.values());
    }

    public List<String> getKinds() {
        return names(Kind.values());
    }

    public List<String> getStandings() {
        return names(Standing.values());
    }

    public List<String> getSorts() {
        return names(FindingQuery.Sort.values());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }
}
