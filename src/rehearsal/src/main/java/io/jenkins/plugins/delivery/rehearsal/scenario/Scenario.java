package io.jenkins.plugins.delivery.rehearsal.scenario;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens during a rehearsal, and what must come of it: {@code scenarios/NAME.yaml}.
 *
 * @param release how the new version behaves; null if well
 * @param metrics how the metric provider behaves; null if well
 * @param kill {@code everywhere}, the number of a boundary, or empty
 * @param expect what must come of it; null if nothing is demanded
 */
public record Scenario(
        String name,
        String description,
        Map<String, Object> parameters,
        @CheckForNull Release release,
        @CheckForNull Outage metrics,
        List<ApiFault> api,
        List<Approval> approvals,
        List<Input> inputs,
        String kill,
        @CheckForNull Expect expect) {
    private static final Set<String> KEYS =
            Set.of("description", "parameters", "release", "metrics", "api", "approvals", "inputs", "kill", "expect");

    /**
     * A bad release.
     *
     * @param fromWeight share of the traffic, in percent, from which on it shows
     * @param rate share of requests that fail
     * @param application which of several applications it is about; empty for all
     */
    public record Release(
            String fault, double fromWeight, double rate, Duration delay, boolean byProxy, String application) {}

    /** Metrics that are not to be had. */
    public record Outage(String answer, Duration from, Duration length) {}

    /** Calls of the Kubernetes API that go wrong. */
    public record ApiFault(String fault, String verb, String resource, String name, int after, int times) {}

    /** What somebody decides; empty environment, gate or person mean any. */
    public record Approval(
            String environment, String gate, String by, String decision, String reason, Duration after) {}

    /** What somebody answers to an {@code input} step; an empty message or person means any. */
    public record Input(String message, String by, String decision, Map<String, Object> parameters, Duration after) {}

    /**
     * What must come of it.
     *
     * @param runs {@code previous} or {@code release}: what the pods are, where nobody asks them; empty for either
     */
    public record Expect(String result, String serves, long lost, String message, String runs) {}

    /** Nothing special happens. */
    public static Scenario none() {
        return new Scenario("", "", Map.of(), null, null, List.of(), List.of(), List.of(), "", null);
    }

    /**
     * Reads a file.
     *
     * @param shown what messages call it
     * @throws io.jenkins.plugins.delivery.engine.yaml.YamlFileException with line and column
     */
    public static Scenario read(Path file, String shown) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return YamlFile.parse(shown, Files.readString(file)).read(root -> parse(name, ArgumentMap.of("", root, KEYS)));
    }

    /** Whether the pipeline is run once for each boundary. */
    public boolean killsEverywhere() {
        return "everywhere".equals(kill);
    }

    /** When the controller dies, in a single run. */
    public KillPlan killPlan() {
        return kill.isEmpty() || killsEverywhere() ? KillPlan.none() : KillPlan.at(Integer.parseInt(kill));
    }

    private static Scenario parse(String name, ArgumentMap map) {
        String kill = map.has("kill") ? String.valueOf(map.raw("kill")) : "";
        if (!kill.matches("|everywhere|[1-9][0-9]{0,5}")) {
            throw new ArgumentException(
                    "kill", "expected 'everywhere' or the number of a boundary, but it is '" + kill + "'");
        }
        return new Scenario(
                name,
                map.text("description").orElse(""),
                map.has("parameters") ? RehearsalSettings.objects("parameters", map.raw("parameters")) : Map.of(),
                map.has("release")
                        ? release(ArgumentMap.of(
                                "release",
                                map.raw("release"),
                                Set.of("fault", "fromWeight", "rate", "delay", "by", "application")))
                        : null,
                map.has("metrics")
                        ? outage(ArgumentMap.of("metrics", map.raw("metrics"), Set.of("answer", "from", "for")))
                        : null,
                ArgumentMap.list("api", map.raw("api"), Set.of("fault", "verb", "resource", "name", "after", "times"))
                        .stream()
                        .map(Scenario::apiFault)
                        .toList(),
                ArgumentMap.list(
                                "approvals",
                                map.raw("approvals"),
                                Set.of("environment", "gate", "by", "decision", "reason", "after"))
                        .stream()
                        .map(Scenario::approval)
                        .toList(),
                ArgumentMap.list(
                                "inputs", map.raw("inputs"), Set.of("message", "by", "decision", "parameters", "after"))
                        .stream()
                        .map(Scenario::input)
                        .toList(),
                kill,
                map.has("expect")
                        ? expect(ArgumentMap.of(
                                "expect", map.raw("expect"), Set.of("result", "serves", "lost", "message", "runs")))
                        : null);
    }

    private static Release release(ArgumentMap map) {
        String fault = choice(map, "fault", "", List.of("errors", "latency", "crash", "never-ready"));
        boolean proxy = fault.equals("errors") || fault.equals("latency");
        String by = choice(map, "by", proxy ? "proxy" : "application", List.of("proxy", "application"));
        return new Release(
                fault,
                map.number("fromWeight").orElse(0),
                map.number("rate").orElse(fault.equals("errors") ? 1 : 0),
                map.duration("delay", Duration.ZERO),
                by.equals("proxy"),
                map.text("application").orElse(""));
    }

    private static Outage outage(ArgumentMap map) {
        return new Outage(
                choice(map, "answer", "", List.of("unavailable", "timeout", "reset", "empty", "nan")),
                map.duration("from", Duration.ZERO),
                map.duration("for", Duration.ofDays(365)));
    }

    private static ApiFault apiFault(ArgumentMap map) {
        return new ApiFault(
                choice(
                        map,
                        "fault",
                        "",
                        List.of(
                                "timeout",
                                "reset",
                                "conflict",
                                "gone",
                                "invalid",
                                "throttled",
                                "error",
                                "unavailable")),
                choice(
                        map,
                        "verb",
                        "any",
                        List.of("any", "GET", "LIST", "WATCH", "CREATE", "UPDATE", "PATCH", "DELETE")),
                map.text("resource").orElse(""),
                map.text("name").orElse(""),
                map.wholeNumber("after", 0),
                map.wholeNumber("times", 1));
    }

    private static Approval approval(ArgumentMap map) {
        return new Approval(
                map.text("environment").orElse(""),
                map.text("gate").orElse(""),
                map.text("by").orElse(""),
                choice(map, "decision", "approve", List.of("approve", "reject", "silence")),
                map.text("reason").orElse(""),
                map.duration("after", Duration.ofSeconds(10)));
    }

    private static Input input(ArgumentMap map) {
        return new Input(
                map.text("message").orElse(""),
                map.text("by").orElse(""),
                choice(map, "decision", "proceed", List.of("proceed", "abort", "silence")),
                map.has("parameters")
                        ? RehearsalSettings.objects(map.place("parameters"), map.raw("parameters"))
                        : Map.of(),
                map.duration("after", Duration.ofSeconds(10)));
    }

    private static Expect expect(ArgumentMap map) {
        return new Expect(
                choice(map, "result", "SUCCESS", List.of("SUCCESS", "UNSTABLE", "FAILURE", "ABORTED", "NOT_BUILT")),
                map.text("serves").orElse(""),
                map.wholeNumber("lost", 0),
                map.text("message").orElse(""),
                map.has("runs") ? choice(map, "runs", "", List.of("previous", "release")) : "");
    }

    private static String choice(ArgumentMap map, String key, String otherwise, List<String> known) {
        String given = otherwise.isEmpty()
                ? RehearsalSettings.required(map, key)
                : map.text(key).orElse(otherwise);
        return Choices.pick(map.place(key), key, given, known);
    }
}
