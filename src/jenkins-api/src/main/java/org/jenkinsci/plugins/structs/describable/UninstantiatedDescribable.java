package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The arguments of an object and how its class is called; the object itself is not made yet. */
public class UninstantiatedDescribable implements Serializable {
    /** The key of an argument without a name, which is the only one then. */
    public static final String ANONYMOUS_KEY = "<anonymous>";

    private static final long serialVersionUID = 1;
    private String symbol;
    private String klass;
    private final Map<String, ?> arguments;
    private transient DescribableModel<?> model;

    public UninstantiatedDescribable(String symbol, String klass, Map<String, ?> arguments) {
        this.symbol = symbol;
        this.klass = klass;
        this.arguments = arguments;
    }

    public UninstantiatedDescribable(Map<String, ?> arguments) {
        this(null, null, arguments);
    }

    public UninstantiatedDescribable withArguments(Map<String, ?> arguments) {
        UninstantiatedDescribable made = new UninstantiatedDescribable(symbol, klass, arguments);
        made.model = model;
        return made;
    }

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public String getKlass() {
        return klass;
    }

    public void setKlass(String klass) {
        this.klass = klass;
    }

    @SuppressWarnings("rawtypes")
    public DescribableModel getModel() {
        return model;
    }

    @SuppressWarnings("rawtypes")
    public void setModel(DescribableModel model) {
        this.model = model;
    }

    public Map<String, ?> getArguments() {
        return arguments;
    }

    public boolean hasSoleRequiredArgument() {
        if (arguments.size() != 1) {
            return false;
        }
        return arguments.containsKey(ANONYMOUS_KEY)
                || model != null
                        && model.getSoleRequiredParameter() != null
                        && arguments.containsKey(
                                model.getSoleRequiredParameter().getName());
    }

    /** With nested objects as maps too. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new TreeMap<>();
        toShallowMap().forEach((key, value) -> map.put(key, plain(value)));
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof UninstantiatedDescribable nested) {
            return nested.toMap();
        }
        return value instanceof List<?> list
                ? list.stream().map(UninstantiatedDescribable::plain).toList()
                : value;
    }

    public Map<String, Object> toShallowMap() {
        Map<String, Object> map = new HashMap<>(arguments);
        if (klass != null) {
            map.put(DescribableModel.CLAZZ, klass);
        }
        return map;
    }

    public Object instantiate() throws Exception {
        return instantiate(Object.class);
    }

    public <T> T instantiate(Class<T> base) throws Exception {
        return instantiate(base, null);
    }

    /** The class is the one that the class name or the symbol mean where a {@code base} is wanted. */
    public <T> T instantiate(Class<T> base, TaskListener listener) throws Exception {
        Class<?> type = Describables.resolve(base, klass, symbol);
        return base.cast(new DescribableModel<>(type).instantiate(arguments, listener));
    }

    public static UninstantiatedDescribable from(Object o) {
        return DescribableModel.uninstantiate2_(o);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UninstantiatedDescribable that
                && Objects.equals(symbol, that.symbol)
                && Objects.equals(klass, that.klass)
                && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, klass, arguments);
    }

    @Override
    public String toString() {
        String name = symbol == null ? "" : "@" + symbol;
        String type = klass == null ? "" : "$" + klass;
        return name + type + "(" + joined() + ")";
    }

    private String joined() {
        Map<String, Object> shown = new LinkedHashMap<>(arguments);
        StringBuilder text = new StringBuilder();
        shown.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(value));
        return text.toString();
    }
}
