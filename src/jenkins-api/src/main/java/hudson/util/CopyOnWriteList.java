package hudson.util;

import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.collections.AbstractCollectionConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A list that is copied on each change. */
public class CopyOnWriteList<E> implements Iterable<E> {
    private volatile CopyOnWriteArrayList<E> core;

    public CopyOnWriteList(List<E> core) {
        this.core = new CopyOnWriteArrayList<>(core);
    }

    public CopyOnWriteList() {
        this(List.of());
    }

    public synchronized void add(E element) {
        core.add(element);
    }

    public synchronized void addAll(Collection<? extends E> elements) {
        core.addAll(elements);
    }

    public synchronized boolean remove(E element) {
        return core.remove(element);
    }

    @Override
    public Iterator<E> iterator() {
        return core.iterator();
    }

    public void replaceBy(Collection<? extends E> that) {
        core = new CopyOnWriteArrayList<>(that);
    }

    public void clear() {
        core = new CopyOnWriteArrayList<>();
    }

    public <T> T[] toArray(T[] array) {
        return core.toArray(array);
    }

    public List<E> getView() {
        return List.copyOf(core);
    }

    public E get(int index) {
        return core.get(index);
    }

    public boolean isEmpty() {
        return core.isEmpty();
    }

    public int size() {
        return core.size();
    }

    /** Writes the elements one by one. */
    public static final class ConverterImpl extends AbstractCollectionConverter {
        public ConverterImpl(Mapper mapper) {
            super(mapper);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean canConvert(Class type) {
            return type == CopyOnWriteList.class;
        }

        @Override
        public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
            for (Object each : (CopyOnWriteList<?>) source) {
                writeCompleteItem(each, context, writer);
            }
        }

        @Override
        public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
            List<Object> items = new ArrayList<>();
            while (reader.hasMoreChildren()) {
                items.add(readCompleteItem(reader, context, items));
            }
            return new CopyOnWriteList<>(items);
        }
    }
}
