package hudson;

import io.jenkins.plugins.delivery.jenkinsapi.LocalExtensions;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** All extensions of one type, highest ordinal first. */
public class ExtensionList<T> extends AbstractList<T> {
    public final Class<T> extensionType;
    private final CopyOnWriteArrayList<ExtensionComponent<T>> components;

    protected ExtensionList(
            Jenkins jenkins, Class<T> extensionType, CopyOnWriteArrayList<ExtensionComponent<T>> components) {
        this.extensionType = extensionType;
        this.components = new CopyOnWriteArrayList<>(sort(components));
    }

    /** Finds the indexed extensions of {@code type}; {@link Jenkins} keeps the result. */
    public static <T> ExtensionList<T> create(Jenkins jenkins, Class<T> type) {
        return new ExtensionList<>(jenkins, type, load(jenkins, type));
    }

    private static <T> CopyOnWriteArrayList<ExtensionComponent<T>> load(Jenkins jenkins, Class<T> type) {
        return LocalExtensions.of(jenkins).of(type).stream()
                .map(found -> new ExtensionComponent<>(type.cast(found.instance()), found.ordinal()))
                .collect(Collectors.toCollection(CopyOnWriteArrayList::new));
    }

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return Jenkins.get().getExtensionList(type);
    }

    public static <U> U lookupSingleton(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.size() != 1) {
            throw new IllegalStateException("Expected 1 instance of " + type.getName() + " but got " + all.size());
        }
        return all.get(0);
    }

    public static <U> U lookupFirst(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.isEmpty()) {
            throw new IllegalStateException("Found no instances of " + type.getName());
        }
        return all.get(0);
    }

    /** The instance whose class is exactly {@code type}, or null. */
    public <U extends T> U get(Class<U> type) {
        for (T each : this) {
            if (each.getClass() == type) {
                return type.cast(each);
            }
        }
        return null;
    }

    @Override
    public T get(int index) {
        return components.get(index).getInstance();
    }

    @Override
    public int size() {
        return components.size();
    }

    @Override
    public Iterator<T> iterator() {
        return components.stream().map(ExtensionComponent::getInstance).toList().iterator();
    }

    public List<ExtensionComponent<T>> getComponents() {
        return List.copyOf(components);
    }

    @Override
    public boolean add(T extension) {
        add(new ExtensionComponent<>(extension));
        return true;
    }

    @Override
    public void add(int index, T extension) {
        add(extension);
    }

    private synchronized void add(ExtensionComponent<T> component) {
        List<ExtensionComponent<T>> sorted = new java.util.ArrayList<>(components);
        sorted.add(component);
        sorted = sort(sorted);
        components.clear();
        components.addAll(sorted);
    }

    @Override
    public boolean remove(Object extension) {
        return components.removeIf(each -> each.getInstance().equals(extension));
    }

    @Override
    public final synchronized T remove(int index) {
        return components.remove(index).getInstance();
    }

    protected List<ExtensionComponent<T>> sort(List<ExtensionComponent<T>> unsorted) {
        return unsorted.stream().sorted().toList();
    }
}
