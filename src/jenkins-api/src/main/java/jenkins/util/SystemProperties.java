package jenkins.util;

/** System properties, as the administrator gave them to the JVM. */
public class SystemProperties {
    private SystemProperties() {}

    public static String getString(String key) {
        return System.getProperty(key);
    }

    public static String getString(String key, String def) {
        return System.getProperty(key, def);
    }

    public static boolean getBoolean(String name) {
        return Boolean.getBoolean(name);
    }

    public static boolean getBoolean(String name, boolean def) {
        String value = System.getProperty(name);
        return value == null ? def : Boolean.parseBoolean(value);
    }

    public static Integer getInteger(String name) {
        return Integer.getInteger(name);
    }

    public static Integer getInteger(String name, Integer def) {
        return Integer.getInteger(name, def);
    }

    public static Long getLong(String name) {
        return Long.getLong(name);
    }

    public static Long getLong(String name, Long def) {
        return Long.getLong(name, def);
    }
}
