package hudson.model;

import com.thoughtworks.xstream.XStream;
import hudson.XmlFile;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Loads items, and finds those within a group. */
@SuppressWarnings({"rawtypes", "unchecked"})
public class Items {
    public static final Comparator<Item> BY_FULL_NAME =
            Comparator.comparing(Item::getFullName, String.CASE_INSENSITIVE_ORDER);

    public static final XStream2 XSTREAM2 = new XStream2();
    public static final XStream XSTREAM = XSTREAM2;

    public Items() {}

    /** Reads the item that is kept in {@code directory}. */
    public static Item load(ItemGroup parent, File directory) throws IOException {
        Item item = (Item) getConfigFile(directory).read();
        item.onLoad(parent, directory.getName());
        return item;
    }

    public static XmlFile getConfigFile(File directory) {
        return new XmlFile(XSTREAM, new File(directory, "config.xml"));
    }

    public static XmlFile getConfigFile(Item item) {
        ItemGroup parent = item.getParent();
        return getConfigFile(parent.getRootDirFor(item));
    }

    public static <T extends Item> List<T> getAllItems(ItemGroup root, Class<T> type) {
        return getAllItems(root, type, item -> true);
    }

    /** Those of {@code type} that the current user may read, at any depth, by full name. */
    public static <T extends Item> List<T> getAllItems(ItemGroup root, Class<T> type, Predicate<T> predicate) {
        List<T> found = new ArrayList<>();
        collect(root, type, predicate, found);
        found.sort(BY_FULL_NAME);
        return found;
    }

    private static <T extends Item> void collect(ItemGroup<?> root, Class<T> type, Predicate<T> wanted, List<T> found) {
        for (Item item : root.getItems()) {
            if (type.isInstance(item) && wanted.test(type.cast(item))) {
                found.add(type.cast(item));
            }
            if (item instanceof ItemGroup<?> group) {
                collect(group, type, wanted, found);
            }
        }
    }

    public static <T extends Item> Iterable<T> allItems(ItemGroup root, Class<T> type) {
        return getAllItems(root, type);
    }

    public static <T extends Item> Iterable<T> allItems(ItemGroup root, Class<T> type, Predicate<T> predicate) {
        return getAllItems(root, type, predicate);
    }
}
