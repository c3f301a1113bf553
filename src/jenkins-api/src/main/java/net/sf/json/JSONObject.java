package net.sf.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A JSON object as forms submit it; keeps the order of its members. */
@SuppressWarnings({"rawtypes", "unchecked"})
public final class JSONObject implements Map<String, Object> {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final boolean nullObject;

    public JSONObject() {
        this(false);
    }

    public JSONObject(boolean isNull) {
        nullObject = isNull;
    }

    /** Accepts JSON text, a map, or {@code null} for the null object. */
    public static JSONObject fromObject(Object source) {
        Object value = JsonText.parsed(source);
        if (value == null) {
            return new JSONObject(true);
        }
        if (value instanceof JSONObject object) {
            return object;
        }
        throw new JSONException("A JSON object is expected, not " + value);
    }

    public JSONObject element(String key, Object value) {
        put(key, value);
        return this;
    }

    @Override
    public Object put(String key, Object value) {
        return members.put(Objects.requireNonNull(key, "key"), JsonText.valueOf(value));
    }

    @Override
    public void putAll(Map map) {
        map.forEach((key, value) -> put(String.valueOf(key), value));
    }

    @Override
    public Object get(Object key) {
        return members.get(key);
    }

    /** Like {@link #opt}, but a missing member is an error. */
    public Object get(String key) {
        return members.get(key);
    }

    public Object opt(String key) {
        return members.get(key);
    }

    public String getString(String key) {
        return required(key).toString();
    }

    public int getInt(String key) {
        return JsonText.number(key, required(key)).intValue();
    }

    public long getLong(String key) {
        return JsonText.number(key, required(key)).longValue();
    }

    public double getDouble(String key) {
        return JsonText.number(key, required(key)).doubleValue();
    }

    public boolean getBoolean(String key) {
        return JsonText.bool(key, required(key));
    }

    public JSONObject getJSONObject(String key) {
        if (required(key) instanceof JSONObject object) {
            return object;
        }
        throw new JSONException("\"" + key + "\" is not an object");
    }

    public JSONArray getJSONArray(String key) {
        if (required(key) instanceof JSONArray array) {
            return array;
        }
        throw new JSONException("\"" + key + "\" is not an array");
    }

    public String optString(String key) {
        return optString(key, "");
    }

    public String optString(String key, String otherwise) {
        Object value = members.get(key);
        return value == null ? otherwise : value.toString();
    }

    public int optInt(String key) {
        return optInt(key, 0);
    }

    public int optInt(String key, int otherwise) {
        return members.get(key) == null ? otherwise : getInt(key);
    }

    public boolean optBoolean(String key) {
        return optBoolean(key, false);
    }

    public boolean optBoolean(String key, boolean otherwise) {
        return members.get(key) == null ? otherwise : getBoolean(key);
    }

    public JSONObject optJSONObject(String key) {
        return members.get(key) instanceof JSONObject object ? object : null;
    }

    public JSONArray optJSONArray(String key) {
        return members.get(key) instanceof JSONArray array ? array : null;
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return members.containsKey(key);
    }

    @Override
    public boolean containsValue(Object value) {
        return members.containsValue(value);
    }

    @Override
    public Object remove(Object key) {
        return members.remove(key);
    }

    @Override
    public void clear() {
        members.clear();
    }

    @Override
    public Set<String> keySet() {
        return members.keySet();
    }

    @Override
    public Set entrySet() {
        return members.entrySet();
    }

    @Override
    public Collection values() {
        return members.values();
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public boolean isEmpty() {
        return members.isEmpty();
    }

    public boolean isNullObject() {
        return nullObject;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JSONObject that && nullObject == that.nullObject && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return nullObject ? "null" : JsonText.write(this, 0);
    }

    public String toString(int indent) {
        return nullObject ? "null" : JsonText.write(this, indent);
    }

    private Object required(String key) {
        Object value = members.get(key);
        if (value == null) {
            throw new JSONException("JSONObject[\"" + key + "\"] not found.");
        }
        return value;
    }
}
