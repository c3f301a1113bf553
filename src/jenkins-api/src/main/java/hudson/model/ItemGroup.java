package hudson.model;

import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;

public interface ItemGroup<T extends Item> extends ModelObject {
    public Collection<T> getItems();

    public default Collection<T> getItems(Predicate<T> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default Stream<T> getItemsStream() {
        throw new UnsupportedOperationException("unwritten");
    }

    public default Stream<T> getItemsStream(Predicate<T> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl();

    public String getUrlChildPrefix();

    public T getItem(String text) throws AccessDeniedException;

    public File getRootDirFor(T value);

    public default void onRenamed(T value, String text, String text2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onDeleted(T value) throws IOException;

    public default <T extends Item> List<T> getAllItems(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default <T extends Item> List<T> getAllItems(Class<T> type, Predicate<T> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default <T extends Item> Iterable<T> allItems(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default <T extends Item> Iterable<T> allItems(Class<T> type, Predicate<T> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default List<Item> getAllItems() {
        throw new UnsupportedOperationException("unwritten");
    }

    public default Iterable<Item> allItems() {
        throw new UnsupportedOperationException("unwritten");
    }

    public default String getItemName(File file, T value) {
        throw new UnsupportedOperationException("unwritten");
    }
}
