package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A taxonomy of a run (SARIF 2.1.0, section 3.14.8), and the classes of weakness that results name. */
final class SarifTaxa {
    private static final Pattern CWE = Pattern.compile("(?i).*\\bcwe[-_: ]?0*(\\d{1,5})(?!\\d).*", Pattern.DOTALL);

    private String name = "";
    private final List<String> ids = new ArrayList<>();

    static SarifTaxa read(JsonInput json) throws IOException {
        SarifTaxa taxonomy = new SarifTaxa();
        json.object(key -> {
            if (key.equals("name")) {
                taxonomy.name = String.valueOf(json.text());
            } else if (key.equals("taxa")) {
                json.array(() -> taxonomy.ids.add(String.valueOf(json.textOf("id"))));
            }
        });
        return taxonomy;
    }

    /** {@code CWE-79} of any text that names it, such as {@code external/cwe/cwe-079}; else null. */
    @CheckForNull
    static String weakness(String text) {
        Matcher named = CWE.matcher(text);
        return named.matches() ? "CWE-" + named.group(1) : null;
    }

    /** The weakness that a result refers to by id or by index, or null. */
    @CheckForNull
    static String weakness(SarifReference reference, List<SarifTaxa> taxonomies) {
        SarifTaxa taxonomy = taxonomy(reference, taxonomies);
        boolean cwe = reference.isOf("CWE") || taxonomy != null && taxonomy.name.equalsIgnoreCase("CWE");
        if (!cwe) {
            return null;
        }
        String id = reference.id;
        if (id == null && taxonomy != null && reference.index >= 0 && reference.index < taxonomy.ids.size()) {
            id = taxonomy.ids.get(reference.index);
        }
        return id == null ? null : weakness("CWE-" + id.replaceFirst("(?i)^cwe-", ""));
    }

    @CheckForNull
    private static SarifTaxa taxonomy(SarifReference reference, List<SarifTaxa> taxonomies) {
        if (reference.component >= 0 && reference.component < taxonomies.size()) {
            return taxonomies.get(reference.component);
        }
        return taxonomies.stream()
                .filter(taxonomy -> taxonomy.name.equalsIgnoreCase(reference.componentName))
                .findFirst()
                .orElse(null);
    }
}
