package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An entry of {@code vulnerabilities} as npm 7 and newer write it: a package, vulnerable itself or through another. */
final class NpmPackage {
    private final String name;
    private final Set<String> advisories = new LinkedHashSet<>();
    private final List<String> through = new ArrayList<>();

    @CheckForNull
    private String severity;

    @CheckForNull
    private String range;

    @CheckForNull
    private String title;

    @CheckForNull
    private String fix;

    private NpmPackage(String name) {
        this.name = name;
    }

    static NpmPackage read(JsonInput json, String name) throws IOException {
        NpmPackage entry = new NpmPackage(name);
        json.object(field -> entry.field(field, json));
        return entry;
    }

    private void field(String field, JsonInput json) throws IOException {
        switch (field) {
            case "severity" -> severity = json.text();
            case "range" -> range = json.text();
            case "via" -> json.array(() -> via(json));
            case "fixAvailable" -> fix = json.isObject() ? fixed(json) : fix;
            default -> {
                // Effects and nodes name other packages.
            }
        }
    }

    private void via(JsonInput json) throws IOException {
        if (!json.isObject()) {
            through.add(String.valueOf(json.text()));
            return;
        }
        String[] source = new String[2];
        json.object(field -> {
            switch (field) {
                case "url" -> source[0] = NpmAuditReader.advisoryOf(json.text());
                case "source" -> source[1] = "npm:" + json.text();
                case "title" -> title = title == null ? json.text() : title;
                default -> {
                    // Scores and weaknesses.
                }
            }
        });
        advisories.add(source[0] == null ? String.valueOf(source[1]) : source[0]);
    }

    private static String fixed(JsonInput json) throws IOException {
        String[] nameAndVersion = {"", ""};
        json.object(field -> {
            if (field.equals("name")) {
                nameAndVersion[0] = json.text();
            } else if (field.equals("version")) {
                nameAndVersion[1] = json.text();
            }
        });
        return nameAndVersion[0] + " " + nameAndVersion[1];
    }

    FindingDraft draft() {
        FindingDraft draft = NpmAuditReader.draft(severity).component(name, range, fix);
        if (advisories.isEmpty()) {
            String others = String.join(", ", through);
            return draft.rule("npm:" + name).message("Depends on vulnerable versions of " + others);
        }
        draft.rule(advisories.iterator().next()).message(title);
        advisories.forEach(draft::alias);
        return draft;
    }
}
