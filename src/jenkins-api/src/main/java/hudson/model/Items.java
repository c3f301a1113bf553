package hudson.model;

import com.thoughtworks.xstream.XStream;
import hudson.XmlFile;
import hudson.remoting.Callable;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;

public class Items {
    public static final Comparator<Item> BY_NAME = null;
    public static final Comparator<Item> BY_FULL_NAME = null;
    public static final XStream XSTREAM = null;
    public static final XStream2 XSTREAM2 = null;

    public Items() {}

    public static <V, T extends Throwable> V whileUpdatingByXml(Callable<V, T> callable) throws T {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean currentlyUpdatingByXml() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String toNameList(Collection<? extends Item> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> List<T> fromNameList(String text, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> List<T> fromNameList(ItemGroup itemGroup, String text, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getCanonicalName(ItemGroup itemGroup, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String computeRelativeNamesAfterRenaming(
            String text, String text2, String text3, ItemGroup itemGroup) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Item load(ItemGroup itemGroup, File file) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static XmlFile getConfigFile(File file) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static XmlFile getConfigFile(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> List<T> getAllItems(ItemGroup itemGroup, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> List<T> getAllItems(ItemGroup itemGroup, Class<T> type, Predicate<T> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> Iterable<T> allItems(ItemGroup itemGroup, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> Iterable<T> allItems(ItemGroup itemGroup, Class<T> type, Predicate<T> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> Iterable<T> allItems2(
            Authentication authentication, ItemGroup itemGroup, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> Iterable<T> allItems2(
            Authentication authentication, ItemGroup itemGroup, Class<T> type, Predicate<T> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Item> T findNearest(Class<T> type, String text, ItemGroup itemGroup) {
        throw new UnsupportedOperationException("unwritten");
    }
}
