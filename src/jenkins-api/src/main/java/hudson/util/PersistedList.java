package hudson.util;

import com.thoughtworks.xstream.converters.ConversionException;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.collections.AbstractCollectionConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import hudson.model.Saveable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A list that saves its owner when it is changed. */
public class PersistedList<T> extends AbstractList<T> {
    protected final CopyOnWriteList<T> data = new CopyOnWriteList<>();
    protected Saveable owner = Saveable.NOOP;

    protected PersistedList() {}

    protected PersistedList(Collection<? extends T> initialList) {
        data.replaceBy(initialList);
    }

    public PersistedList(Saveable owner) {
        setOwner(owner);
    }

    public void setOwner(Saveable owner) {
        this.owner = owner;
    }

    @Override
    public T get(int index) {
        return data.get(index);
    }

    public <U extends T> U get(Class<U> type) {
        List<U> all = getAll(type);
        return all.isEmpty() ? null : all.get(0);
    }

    public <U extends T> List<U> getAll(Class<U> type) {
        return data.getView().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public Iterator<T> iterator() {
        return data.iterator();
    }

    @Override
    public boolean add(T item) {
        data.add(item);
        modified();
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends T> items) {
        data.addAll(items);
        modified();
        return !items.isEmpty();
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean remove(Object item) {
        boolean removed = data.remove((T) item);
        if (removed) {
            modified();
        }
        return removed;
    }

    public void remove(Class<? extends T> type) throws IOException {
        removeAll(type);
    }

    public void removeAll(Class<? extends T> type) throws IOException {
        data.replaceBy(
                data.getView().stream().filter(each -> !type.isInstance(each)).toList());
        onModified();
    }

    public void replaceBy(Collection<? extends T> items) throws IOException {
        data.replaceBy(items);
        onModified();
    }

    @Override
    public void clear() {
        data.clear();
    }

    public List<T> toList() {
        return data.getView();
    }

    protected void onModified() throws IOException {
        owner.save();
    }

    private void modified() {
        try {
            onModified();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the elements one by one; the owner is set by whoever loads the list. */
    public static class ConverterImpl extends AbstractCollectionConverter {
        public ConverterImpl(Mapper mapper) {
            super(mapper);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean canConvert(Class type) {
            return PersistedList.class.isAssignableFrom(type);
        }

        @Override
        public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
            for (Object each : (PersistedList<?>) source) {
                writeCompleteItem(each, context, writer);
            }
        }

        @Override
        @SuppressWarnings({"rawtypes", "unchecked"})
        public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
            List<Object> items = new ArrayList<>();
            while (reader.hasMoreChildren()) {
                items.add(readCompleteItem(reader, context, items));
            }
            try {
                var constructor = context.getRequiredType().getDeclaredConstructor();
                constructor.setAccessible(true);
                PersistedList list = (PersistedList) constructor.newInstance();
                list.data.replaceBy(items);
                return list;
            } catch (ReflectiveOperationException e) {
                throw new ConversionException("Cannot make a " + context.getRequiredType(), e);
            }
        }
    }
}
