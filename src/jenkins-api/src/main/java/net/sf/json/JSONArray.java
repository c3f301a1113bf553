package net.sf.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;

/** A JSON array as forms submit it. */
@SuppressWarnings({"rawtypes", "unchecked"})
public final class JSONArray implements List<Object> {
    private final List<Object> elements = new ArrayList<>();

    public JSONArray() {}

    /** Accepts JSON text, a collection, an array, or one value, which becomes the only element. */
    public static JSONArray fromObject(Object source) {
        Object value = JsonText.parsed(source);
        return value instanceof JSONArray array ? array : new JSONArray().element(value);
    }

    public JSONArray element(Object value) {
        add(value);
        return this;
    }

    @Override
    public boolean add(Object value) {
        return elements.add(JsonText.valueOf(value));
    }

    @Override
    public void add(int index, Object value) {
        elements.add(index, JsonText.valueOf(value));
    }

    @Override
    public boolean addAll(Collection values) {
        values.forEach(this::add);
        return !values.isEmpty();
    }

    @Override
    public boolean addAll(int index, Collection values) {
        return elements.addAll(index, fromObject(values).elements);
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    public JSONObject getJSONObject(int index) {
        return JSONObject.fromObject(get(index));
    }

    public JSONArray getJSONArray(int index) {
        return fromObject(get(index));
    }

    public String getString(int index) {
        return get(index).toString();
    }

    public int getInt(int index) {
        return JsonText.number("[" + index + "]", get(index)).intValue();
    }

    public boolean getBoolean(int index) {
        return JsonText.bool("[" + index + "]", get(index));
    }

    @Override
    public Object set(int index, Object value) {
        return elements.set(index, JsonText.valueOf(value));
    }

    @Override
    public Object remove(int index) {
        return elements.remove(index);
    }

    @Override
    public boolean remove(Object value) {
        return elements.remove(value);
    }

    @Override
    public boolean removeAll(Collection values) {
        return elements.removeAll(values);
    }

    @Override
    public boolean retainAll(Collection values) {
        return elements.retainAll(values);
    }

    @Override
    public void clear() {
        elements.clear();
    }

    @Override
    public boolean contains(Object value) {
        return elements.contains(value);
    }

    @Override
    public boolean containsAll(Collection values) {
        return elements.containsAll(values);
    }

    @Override
    public int indexOf(Object value) {
        return elements.indexOf(value);
    }

    @Override
    public int lastIndexOf(Object value) {
        return elements.lastIndexOf(value);
    }

    @Override
    public Iterator iterator() {
        return elements.iterator();
    }

    @Override
    public ListIterator listIterator() {
        return elements.listIterator();
    }

    @Override
    public ListIterator listIterator(int index) {
        return elements.listIterator(index);
    }

    @Override
    public List subList(int from, int to) {
        return elements.subList(from, to);
    }

    @Override
    public Object[] toArray() {
        return elements.toArray();
    }

    @Override
    public Object[] toArray(Object[] array) {
        return elements.toArray(array);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean isEmpty() {
        return elements.isEmpty();
    }

    public boolean isArray() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JSONArray that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.write(this, 0);
    }

    public String toString(int indent) {
        return JsonText.write(this, indent);
    }
}
