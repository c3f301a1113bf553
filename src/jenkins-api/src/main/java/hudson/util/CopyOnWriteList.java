package hudson.util;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

public class CopyOnWriteList<E> implements Iterable<E> {
    public CopyOnWriteList(List<E> list) {}

    public CopyOnWriteList() {}

    public synchronized void add(E value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void addAll(Collection<? extends E> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized boolean remove(E value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Iterator<E> iterator() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void replaceBy(CopyOnWriteList<? extends E> copyOnWriteList) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void replaceBy(Collection<? extends E> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void replaceBy(E... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void clear() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T> T[] toArray(T[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<E> getView() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void addAllTo(Collection<? super E> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public E get(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int size() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean contains(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
