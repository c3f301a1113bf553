package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A Groovy category: iterators and entries that can be saved while a loop waits for a step. Those of the JDK cannot.
 */
public final class SavedIterators {
    private SavedIterators() {}

    public static <E> Iterator<E> iterator(List<E> list) {
        return new Elements<>(list, list);
    }

    public static <E> Iterator<E> iterator(Set<E> set) {
        return new Elements<>(new ArrayList<>(set), set);
    }

    public static <E> Iterator<E> iterator(Collection<E> all) {
        return new Elements<>(new ArrayList<>(all), all);
    }

    public static <K, V> Iterator<Map.Entry<K, V>> iterator(Map<K, V> map) {
        return new Elements<>(entries(map), null);
    }

    public static <K, V> Set<Map.Entry<K, V>> entrySet(Map<K, V> map) {
        return new LinkedHashSet<>(entries(map));
    }

    public static <K, V> Set<K> keySet(Map<K, V> map) {
        return new LinkedHashSet<>(map.keySet());
    }

    public static <K, V> Collection<V> values(Map<K, V> map) {
        return new ArrayList<>(map.values());
    }

    private static <K, V> List<Map.Entry<K, V>> entries(Map<K, V> map) {
        List<Map.Entry<K, V>> entries = new ArrayList<>(map.size());
        for (Map.Entry<K, V> entry : map.entrySet()) {
            entries.add(new Entry<>(map, entry.getKey(), entry.getValue()));
        }
        return entries;
    }

    /** Writes through to its map, as the map's own entries do. */
    private static final class Entry<K, V> extends AbstractMap.SimpleEntry<K, V> {
        private static final long serialVersionUID = 1;
        private final Map<K, V> map;

        Entry(Map<K, V> map, K key, V value) {
            super(key, value);
            this.map = map;
        }

        @Override
        public V setValue(V value) {
            map.put(getKey(), value);
            return super.setValue(value);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }

    private static final class Elements<E> implements Iterator<E>, Serializable {
        private static final long serialVersionUID = 1;
        private final List<E> elements;
        private final Collection<E> origin;
        private int size;
        private int next;

        Elements(List<E> elements, Collection<E> origin) {
            this.elements = elements;
            this.origin = origin;
            this.size = elements.size();
        }

        @Override
        public boolean hasNext() {
            return next < elements.size();
        }

        @Override
        public E next() {
            if (elements.size() != size) {
                throw new java.util.ConcurrentModificationException();
            }
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return elements.get(next++);
        }

        @Override
        public void remove() {
            E last = elements.remove(--next);
            size--;
            if (last instanceof Entry<?, ?> entry) {
                entry.map.remove(entry.getKey());
            } else if (origin != elements) {
                origin.remove(last);
            }
        }
    }
}
