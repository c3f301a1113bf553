package hudson.model;

import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;

/** Holds items. */
public interface ItemGroup<T extends Item> extends ModelObject {
    /** Those that the current user may read. */
    Collection<T> getItems();

    default Collection<T> getItems(Predicate<T> predicate) {
        return getItemsStream(predicate).toList();
    }

    default Stream<T> getItemsStream() {
        return getItems().stream();
    }

    default Stream<T> getItemsStream(Predicate<T> predicate) {
        return getItemsStream().filter(predicate);
    }

    String getUrl();

    String getUrlChildPrefix();

    T getItem(String name) throws AccessDeniedException;

    File getRootDirFor(T child);

    default void onRenamed(T item, String oldName, String newName) throws IOException {}

    void onDeleted(T item) throws IOException;

    default <U extends Item> List<U> getAllItems(Class<U> type) {
        return Items.getAllItems(this, type);
    }

    default <U extends Item> Iterable<U> allItems(Class<U> type) {
        return Items.allItems(this, type);
    }

    default List<Item> getAllItems() {
        return getAllItems(Item.class);
    }

    default Iterable<Item> allItems() {
        return allItems(Item.class);
    }
}
