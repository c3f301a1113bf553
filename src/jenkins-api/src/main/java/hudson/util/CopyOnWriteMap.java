package hudson.util;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

public abstract class CopyOnWriteMap<K, V> implements Map<K, V> {
    protected volatile Map<K, V> core;

    protected CopyOnWriteMap(Map<K, V> map) {}

    protected CopyOnWriteMap() {}

    protected Map<K, V> getView() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected Map<K, V> createView() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void update(Map<K, V> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void replaceBy(Map<? extends K, ? extends V> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int size() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean containsKey(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean containsValue(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public V get(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized V put(K value, V value2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized V remove(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void putAll(Map<? extends K, ? extends V> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected abstract Map<K, V> copy();

    public synchronized void clear() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Set<K> keySet() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<V> values() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Set<Map.Entry<K, V>> entrySet() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
