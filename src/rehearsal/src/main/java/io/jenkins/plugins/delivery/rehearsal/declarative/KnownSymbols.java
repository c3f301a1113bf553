package io.jenkins.plugins.delivery.rehearsal.declarative;

import static io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Parameter.optional;
import static io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Parameter.required;

import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Parameter;
import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The symbols that Declarative Pipeline itself brings, with their arguments. */
final class KnownSymbols {
    /** Parameter definitions, in the order in which Jenkins names them. */
    static final Map<String, Schema> PARAMETERS = parameters();

    /** Conditions of {@code when}, sorted. */
    static final Map<String, Schema> CONDITIONS = conditions();

    static final List<String> TRIGGERS = List.of("cron", "pollSCM", "upstream");

    static final List<String> AGENTS = List.of("any", "label", "none");

    /** Agents that plugins start, for which the machine of a rehearsal can stand. */
    static final Set<String> STARTED_AGENTS = Set.of("docker", "dockerfile", "kubernetes", "ecs", "nomad");

    /** Tools that plugins bring, for which the machine of a rehearsal can stand. */
    static final Set<String> COMMON_TOOLS = Set.of("ant", "git", "go", "gradle", "jdk", "maven", "nodejs", "sonar");

    /** Options that set something on the job or on the way how stages run, without being a step around them. */
    static final List<String> OPTIONS = List.of(
            "buildDiscarder",
            "checkoutToSubdirectory",
            "disableConcurrentBuilds",
            "disableRestartFromStage",
            "disableResume",
            "durabilityHint",
            "newContainerPerStage",
            "overrideIndexTriggers",
            "parallelsAlwaysFailFast",
            "preserveStashes",
            "quietPeriod",
            "rateLimitBuilds",
            "skipDefaultCheckout",
            "skipStagesAfterUnstable");

    private KnownSymbols() {}

    private static Map<String, Schema> parameters() {
        Map<String, Schema> all = new LinkedHashMap<>();
        put(all, "booleanParam", name(), optional("defaultValue", boolean.class), description());
        put(all, "choice", name(), optional("choices", Object.class), description());
        put(all, "credentials", name(), description(), text("defaultValue"), text("credentialType"), flag("required"));
        put(all, "file", name(), description());
        put(all, "text", name(), text("defaultValue"), description(), flag("trim"));
        put(all, "password", name(), optional("defaultValue", Object.class), description());
        put(all, "run", name(), text("projectName"), description(), text("filter"));
        put(all, "string", name(), text("defaultValue"), description(), flag("trim"));
        return all;
    }

    private static Map<String, Schema> conditions() {
        Map<String, Schema> all = new TreeMap<>();
        put(all, "branch", required("pattern", String.class), text("comparator"));
        put(all, "buildingTag");
        put(all, "changeRequest", changeRequest());
        put(
                all,
                "changelog",
                required("pattern", String.class),
                flag("caseSensitive"),
                flag("multiLine"),
                text("comparator"));
        put(all, "changeset", required("pattern", String.class), flag("caseSensitive"), text("comparator"));
        put(all, "environment", required("name", String.class), required("value", String.class), flag("ignoreCase"));
        put(all, "equals", required("expected", Object.class), required("actual", Object.class));
        put(all, "isRestartedRun");
        put(all, "tag", required("pattern", String.class), text("comparator"));
        put(all, "triggeredBy", required("cause", String.class), optional("detail", Object.class));
        for (String free : List.of("allOf", "anyOf", "expression", "not")) {
            all.put(free, new Schema(free, false, true, List.of()));
        }
        return all;
    }

    private static Parameter[] changeRequest() {
        return List.of(
                        "id",
                        "target",
                        "branch",
                        "fork",
                        "url",
                        "title",
                        "author",
                        "authorDisplayName",
                        "authorEmail",
                        "comparator")
                .stream()
                .map(KnownSymbols::text)
                .toArray(Parameter[]::new);
    }

    private static void put(Map<String, Schema> all, String symbol, Parameter... parameters) {
        all.put(symbol, new Schema(symbol, true, false, List.of(parameters)));
    }

    private static Parameter name() {
        return required("name", String.class);
    }

    private static Parameter description() {
        return text("description");
    }

    private static Parameter text(String name) {
        return optional(name, String.class);
    }

    private static Parameter flag(String name) {
        return optional(name, boolean.class);
    }
}
