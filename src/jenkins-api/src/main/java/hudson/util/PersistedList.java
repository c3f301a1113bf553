package hudson.util;

import hudson.model.Saveable;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

public class PersistedList<T> extends AbstractList<T> {
    protected final CopyOnWriteList<T> data = null;
    protected Saveable owner;

    protected PersistedList() {}

    protected PersistedList(Collection<? extends T> collection) {}

    public PersistedList(Saveable saveable) {}

    public void setOwner(Saveable saveable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean add(T value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean addAll(Collection<? extends T> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void replaceBy(Collection<? extends T> collection) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public T get(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <U extends T> U get(Class<U> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <U extends T> List<U> getAll(Class<U> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int size() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void remove(Class<? extends T> type) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void replace(T value, T value2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean remove(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void removeAll(Class<? extends T> type) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void clear() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Iterator<T> iterator() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void onModified() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<T> toList() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <X> X[] toArray(X[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void addAllTo(Collection<? super T> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean contains(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
