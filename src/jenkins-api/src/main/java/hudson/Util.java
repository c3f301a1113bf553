package hudson;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

public class Util {
    public static <T> List<T> filter(Iterable<?> iterable, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> List<T> filter(List<?> list, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String replaceMacro(String text, Map<String, String> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String loadFile(File file) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String loadFile(File file, Charset charset) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void deleteContentsRecursive(File file) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void deleteRecursive(File file) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isSymlink(File file) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isSymlink(Path path) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String[] tokenize(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String[] tokenize(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String[] mapToEnv(Map<String, String> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String ensureEndsWith(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getDigestOf(InputStream inputStream) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getDigestOf(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getDigestOf(File file) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String toHexString(byte[] value, int n, int n2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String toHexString(byte[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static byte[] fromHexString(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getTimeSpanString(long n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getPastTimeString(long n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> List<T> createSubList(Collection<?> collection, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String encode(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String rawEncode(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String singleQuote(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String escape(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String xmlEscape(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String fixNull(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> T fixNull(T value, T value2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String fixEmpty(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String fixEmptyAndTrim(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> List<T> fixNull(List<T> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> Set<T> fixNull(Set<T> set) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> Collection<T> fixNull(Collection<T> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> Iterable<T> fixNull(Iterable<T> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String join(Collection<?> collection, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> List<T> join(Collection<? extends T>... collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isOverridden(Class<?> type, Class<?> type2, String text, Class<?>... type3) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> T ifOverridden(
            Supplier<T> supplier, Class<?> type, Class<?> type2, String text, Class<?>... type3) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String intern(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isAbsoluteUri(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isSafeToRedirectTo(String text) {
        throw new UnsupportedOperationException("unwritten");
    }
}
