package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.delivery.rehearsal.steps.AntPattern;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.ChangeLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Whether a condition of {@code when} holds, other than those that contain code or other conditions. */
final class WhenConditions {
    /** Arguments of {@code changeRequest}, and the variable that each is compared with. */
    private static final Map<String, String> CHANGE_REQUEST = Map.of(
            "id", "CHANGE_ID",
            "target", "CHANGE_TARGET",
            "branch", "CHANGE_BRANCH",
            "fork", "CHANGE_FORK",
            "url", "CHANGE_URL",
            "title", "CHANGE_TITLE",
            "author", "CHANGE_AUTHOR",
            "authorDisplayName", "CHANGE_AUTHOR_DISPLAY_NAME",
            "authorEmail", "CHANGE_AUTHOR_EMAIL");

    private final Run<?, ?> run;
    private final UnaryOperator<String> environment;

    /**
     * @param environment gives the value of a variable, null if there is none
     */
    WhenConditions(Run<?, ?> run, UnaryOperator<String> environment) {
        this.run = run;
        this.environment = environment;
    }

    boolean holds(String name, Object written) {
        Map<String, Object> arguments = named(name, written);
        return switch (name) {
            case "environment" -> environment(arguments);
            case "equals" -> Objects.equals(text(arguments.get("expected")), text(arguments.get("actual")));
            case "branch" -> matches(arguments, environment.apply("BRANCH_NAME"));
            case "tag" -> matches(arguments, environment.apply("TAG_NAME"));
            case "buildingTag" -> environment.apply("TAG_NAME") != null;
            case "changeRequest" -> changeRequest(arguments);
            case "changeset" -> ChangeLog.of(run).paths().stream().anyMatch(path -> matches(arguments, path));
            case "changelog" -> changelog(arguments);
            case "triggeredBy" -> triggeredBy(arguments);
            case "isRestartedRun" -> false;
            default -> throw new IllegalArgumentException("No such condition: " + name);
        };
    }

    /** Arguments by name; a sole one stands for the first that the condition takes. */
    private static Map<String, Object> named(String condition, Object written) {
        Map<String, Object> named = new HashMap<>();
        if (written instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(key.toString(), value));
        } else {
            named.put(KnownSymbols.CONDITIONS.get(condition).parameters().get(0).name(), written);
        }
        return named;
    }

    private boolean environment(Map<String, Object> arguments) {
        String actual = environment.apply(text(arguments.get("name")));
        String expected = text(arguments.get("value"));
        return Boolean.TRUE.equals(arguments.get("ignoreCase"))
                ? actual != null && actual.equalsIgnoreCase(expected)
                : Objects.equals(expected, actual);
    }

    private boolean changeRequest(Map<String, Object> arguments) {
        return environment.apply("CHANGE_ID") != null
                && CHANGE_REQUEST.entrySet().stream()
                        .filter(entry -> arguments.containsKey(entry.getKey()))
                        .allMatch(entry -> compare(
                                comparator(arguments, "EQUALS"),
                                text(arguments.get(entry.getKey())),
                                environment.apply(entry.getValue()),
                                false));
    }

    private static boolean matches(Map<String, Object> arguments, @CheckForNull String actual) {
        boolean caseSensitive = Boolean.TRUE.equals(arguments.get("caseSensitive"));
        return compare(comparator(arguments, "GLOB"), text(arguments.get("pattern")), actual, caseSensitive);
    }

    private static String comparator(Map<String, Object> arguments, String otherwise) {
        Object comparator = arguments.get("comparator");
        return comparator == null ? otherwise : comparator.toString();
    }

    private static boolean compare(
            String comparator, @CheckForNull String pattern, @CheckForNull String actual, boolean caseSensitive) {
        if (actual == null || pattern == null) {
            return false;
        }
        return switch (comparator) {
            case "EQUALS" -> caseSensitive ? actual.equals(pattern) : actual.equalsIgnoreCase(pattern);
            case "REGEXP" ->
                Pattern.compile(pattern, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE)
                        .matcher(actual)
                        .matches();
            case "GLOB" -> new AntPattern(pattern, caseSensitive).matches(actual);
            default ->
                throw new IllegalArgumentException(
                        "Unknown comparator \"" + comparator + "\"; there are EQUALS, GLOB and REGEXP");
        };
    }

    private boolean changelog(Map<String, Object> arguments) {
        int flags = (Boolean.TRUE.equals(arguments.get("caseSensitive")) ? 0 : Pattern.CASE_INSENSITIVE)
                | (Boolean.TRUE.equals(arguments.get("multiLine")) ? Pattern.DOTALL : 0);
        Pattern pattern = Pattern.compile(text(arguments.get("pattern")), flags);
        return ChangeLog.of(run).messages().stream()
                .anyMatch(message -> pattern.matcher(message).matches()
                        || message.lines()
                                .anyMatch(line -> pattern.matcher(line).matches()));
    }

    private boolean triggeredBy(Map<String, Object> arguments) {
        String wanted = text(arguments.get("cause"));
        String detail = text(arguments.get("detail"));
        List<Cause> causes = run.getCauses();
        return causes.stream()
                .filter(cause -> isNamed(cause.getClass(), wanted))
                .anyMatch(cause ->
                        detail == null || cause instanceof Cause.UserIdCause user && detail.equals(user.getUserId()));
    }

    /** Causes go by their full name, their own name, or that without the word cause. */
    private static boolean isNamed(Class<?> cause, String wanted) {
        String name = cause.getSimpleName();
        return List.of(cause.getName(), name, name.replaceFirst("Cause$", "")).contains(wanted);
    }

    @CheckForNull
    private static String text(@CheckForNull Object value) {
        return value == null ? null : value.toString();
    }
}
