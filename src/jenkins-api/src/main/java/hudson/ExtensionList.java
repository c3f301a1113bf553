package hudson;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

public class ExtensionList<T> extends AbstractList<T> {
    public <U extends T> U get(Class<U> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Iterator<T> iterator() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<ExtensionComponent<T>> getComponents() {
        throw new UnsupportedOperationException("unwritten");
    }

    public T get(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int size() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<T> reverseView() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean remove(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final synchronized T remove(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean add(T value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void add(int n, T value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <U> U lookupSingleton(Class<U> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <U> U lookupFirst(Class<U> type) {
        throw new UnsupportedOperationException("unwritten");
    }
}
