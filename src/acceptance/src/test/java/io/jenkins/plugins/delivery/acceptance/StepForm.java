package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a step in the Snippet Generator, as a browser loads it once the step was chosen.
 *
 * @param type class of the step
 * @param fields what can be entered, by name, each with what was entered; a list of one for what can be added
 */
record StepForm(String type, Map<String, Object> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LAZY = Pattern.compile(
            "data-proxy-url=\"(/\\$stapler/bound/[0-9a-f-]+)\" data-proxy-crumb=\"([0-9a-f]+)\" data-proxy-url-names=\"render\">"
                    + "</div>.{0,300}?stapler-class\" type=\"hidden\" value=\"([^\"]+)\"",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(/?)(div|input|select|textarea|option)\\b([^>]*)>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"(_\\.)?([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    /** Those of our steps, filled in. */
    static List<StepForm> all(JenkinsClient person) {
        List<StepForm> forms = new ArrayList<>();
        Matcher lazy = LAZY.matcher(person.get("pipeline-syntax/").body());
        while (lazy.find()) {
            if (lazy.group(3).startsWith("io.jenkins.plugins.delivery.")) {
                String html = person.rendered(lazy.group(1).substring(1), lazy.group(2));
                forms.add(new StepForm(lazy.group(3), filledIn(html)));
            }
        }
        return forms;
    }

    /** What can be added to a list, such as a gate, is there once in each form: it is filled in, too. */
    private static Map<String, Object> filledIn(String html) {
        Map<String, Object> fields = new TreeMap<>();
        Deque<Map<String, Object>> parts = new ArrayDeque<>(List.of(fields));
        String chosen = null;
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            Map<String, Object> part = parts.element();
            String attributes = tag.group(3);
            if (tag.group(2).equals("div")) {
                enterOrLeave(tag, parts);
            } else if (tag.group(2).equals("option")) {
                if (chosen != null && tag.group(1).isEmpty()) {
                    part.put(chosen, first(VALUE, 1, attributes));
                }
            } else if (tag.group(1).isEmpty()) {
                boolean named = tag.group(2).equals("select") || attributes.contains("name=\"_.");
                String name = named && !attributes.contains("type=\"hidden\"") ? first(NAME, 2, attributes) : null;
                chosen = tag.group(2).equals("select") && !attributes.contains("fillUrl") ? name : null;
                if (name != null) {
                    part.put(name, value(name, attributes));
                }
            }
        }
        return fields;
    }

    private static void enterOrLeave(Matcher div, Deque<Map<String, Object>> parts) {
        if (!div.group(1).isEmpty()) {
            parts.pop();
        } else if (div.group(3).contains("repeated-chunk ")) {
            Map<String, Object> added = new TreeMap<>();
            parts.element().put(first(NAME, 2, div.group(3)), List.of(added));
            parts.push(added);
        } else {
            parts.push(parts.element());
        }
    }

    private static String first(Pattern pattern, int group, String attributes) {
        Matcher found = pattern.matcher(attributes);
        return found.find() ? found.group(group) : null;
    }

    private static Object value(String name, String attributes) {
        if (attributes.contains("type=\"checkbox\"")) {
            return !attributes.contains("checked");
        }
        return attributes.contains("type=\"number\"") ? "7" : "x-" + name;
    }

    /** All that was entered, that of the lists included. */
    Map<String, Object> entered() {
        Map<String, Object> all = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof List<?> added) {
                ((Map<?, ?>) added.get(0)).forEach((inner, given) -> all.put(inner.toString(), given));
            } else {
                all.put(name, value);
            }
        });
        return all;
    }

    /** What the browser sends when the person asks for the snippet. */
    String json() {
        ObjectNode json = JSON.createObjectNode().put("stapler-class", type).put("$class", type);
        fields.forEach((name, value) -> json.putPOJO(name, value));
        return json.toString();
    }

    String step() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
