package net.sf.json;

import groovy.json.JsonOutput;
import groovy.json.JsonSlurper;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

/** Between JSON text and values. */
final class JsonText {
    private JsonText() {}

    static Object valueOf(Object source) {
        if (source instanceof JSONObject || source instanceof JSONArray) {
            return source;
        }
        return container(source);
    }

    static Object parsed(Object source) {
        return source instanceof CharSequence text ? parse(text.toString()) : valueOf(source);
    }

    private static Object container(Object source) {
        if (source instanceof Map<?, ?> map) {
            JSONObject object = new JSONObject();
            object.putAll(map);
            return object;
        }
        if (source instanceof Collection<?> collection) {
            JSONArray array = new JSONArray();
            array.addAll(collection);
            return array;
        }
        if (source != null && source.getClass().isArray()) {
            JSONArray array = new JSONArray();
            for (int i = 0; i < Array.getLength(source); i++) {
                array.add(Array.get(source, i));
            }
            return array;
        }
        return source instanceof Enum<?> constant ? constant.name() : source;
    }

    private static Object parse(String text) {
        try {
            return container(new JsonSlurper().parseText(text));
        } catch (groovy.json.JsonException e) {
            throw new JSONException("Not JSON: " + e.getMessage());
        }
    }

    static Number number(String where, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        try {
            return Double.valueOf(value.toString());
        } catch (NumberFormatException e) {
            throw new JSONException("\"" + where + "\" is not a number: " + value);
        }
    }

    static boolean bool(String where, Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if ("true".equalsIgnoreCase(value.toString()) || "false".equalsIgnoreCase(value.toString())) {
            return Boolean.parseBoolean(value.toString());
        }
        throw new JSONException("\"" + where + "\" is not true or false: " + value);
    }

    static String write(Object value, int indent) {
        String text = JsonOutput.toJson(value);
        return indent > 0 ? JsonOutput.prettyPrint(text) : text;
    }
}
