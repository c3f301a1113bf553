package hudson;

import java.util.Map;
import java.util.TreeMap;

/** Environment variables; the case of a name does not matter for finding one. */
public class EnvVars extends TreeMap<String, String> {
    /** What the controller's own process was started with. */
    public static final Map<String, String> masterEnvVars = new EnvVars(System.getenv());

    private static final long serialVersionUID = 1;

    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    public EnvVars(Map<String, String> m) {
        this();
        putAll(m);
    }

    public EnvVars(EnvVars m) {
        this((Map<String, String>) m);
    }

    /** Names and values in turn. */
    public EnvVars(String... keyValuePairs) {
        this();
        if (keyValuePairs.length % 2 != 0) {
            throw new IllegalArgumentException(String.join(",", keyValuePairs));
        }
        for (int i = 0; i < keyValuePairs.length; i += 2) {
            put(keyValuePairs[i], keyValuePairs[i + 1]);
        }
    }

    /** Sets a variable, removes it when the value is null or empty, or puts something in front ({@code PATH+X}). */
    public void override(String key, String value) {
        if (value == null || value.isEmpty()) {
            remove(key);
            return;
        }
        int plus = key.indexOf('+');
        if (plus > 0) {
            String name = key.substring(0, plus);
            String old = get(name);
            put(name, old == null ? value : value + java.io.File.pathSeparator + old);
            return;
        }
        put(key, value);
    }

    public EnvVars overrideAll(Map<String, String> all) {
        all.forEach(this::override);
        return this;
    }

    /** As {@link #overrideAll}, after the values have been expanded with what is here and with each other. */
    public EnvVars overrideExpandingAll(Map<String, String> all) {
        Map<String, String> pending = new TreeMap<>(all);
        for (int round = 0; round <= all.size() && !pending.isEmpty(); round++) {
            pending.entrySet().removeIf(each -> {
                boolean ready = pending.keySet().stream()
                        .noneMatch(other -> !other.equals(each.getKey()) && mentions(each.getValue(), other));
                if (ready) {
                    override(each.getKey(), expand(each.getValue()));
                }
                return ready;
            });
        }
        pending.forEach((key, value) -> override(key, expand(value)));
        return this;
    }

    private static boolean mentions(String value, String name) {
        String bare = name.contains("+") ? name.substring(0, name.indexOf('+')) : name;
        return value != null
                && (value.contains("${" + bare + "}")
                        || value.matches("(?s).*\\$" + java.util.regex.Pattern.quote(bare) + "(?![A-Za-z0-9_]).*"));
    }

    public static void resolve(Map<String, String> env) {
        env.replaceAll((key, value) -> Util.replaceMacro(value, env));
    }

    public String get(String key, String defaultValue) {
        return getOrDefault(key, defaultValue);
    }

    @Override
    public String put(String key, String value) {
        if (value == null) {
            throw new IllegalArgumentException("Null value not allowed as an environment variable: " + key);
        }
        return super.put(key, value);
    }

    public void putIfNotNull(String key, String value) {
        if (value != null) {
            put(key, value);
        }
    }

    public void putAllNonNull(Map<String, String> map) {
        map.forEach(this::putIfNotNull);
    }

    /** {@code NAME=value}. */
    public void addLine(String line) {
        int sep = line.indexOf('=');
        if (sep > 0) {
            put(line.substring(0, sep), line.substring(sep + 1));
        }
    }

    public String expand(String s) {
        return Util.replaceMacro(s, this);
    }
}
