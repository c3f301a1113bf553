package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Describable;
import hudson.model.Descriptor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;

/** Finds describable classes by name and by symbol. */
final class Describables {
    private Describables() {}

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Descriptor<?>> descriptors() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return jenkins == null ? List.of() : new ArrayList<>((List) jenkins.getExtensionList(Descriptor.class));
    }

    static Set<Class<?>> subtypes(Class<?> supertype) {
        return descriptors().stream()
                .map(each -> (Class<?>) each.clazz)
                .filter(supertype::isAssignableFrom)
                .collect(Collectors.toSet());
    }

    /** The class meant where a {@code base} is wanted. */
    static Class<?> resolve(Class<?> base, @CheckForNull String name, @CheckForNull String symbol)
            throws ClassNotFoundException {
        if (name != null) {
            return name.contains(".") ? Class.forName(name, true, loader(base)) : bySimpleName(base, name);
        }
        if (symbol != null) {
            return bySymbol(base, symbol);
        }
        if (Modifier.isAbstract(base.getModifiers())) {
            throw new UnsupportedOperationException(
                    "must specify " + DescribableModel.CLAZZ + " with an implementation of " + base.getName());
        }
        return base;
    }

    private static ClassLoader loader(Class<?> base) {
        return base.getClassLoader() == null ? Describables.class.getClassLoader() : base.getClassLoader();
    }

    private static Class<?> bySimpleName(Class<?> base, String name) {
        List<Class<?>> found = subtypes(base).stream()
                .filter(each -> each.getSimpleName().equals(name))
                .sorted((left, right) -> left.getName().compareTo(right.getName()))
                .collect(Collectors.toList());
        if (found.isEmpty()) {
            throw new UnsupportedOperationException("no known implementation of " + base + " is named " + name);
        }
        if (found.size() > 1) {
            throw new UnsupportedOperationException(name + " as a " + base + " could mean either "
                    + found.get(0).getName() + " or " + found.get(1).getName());
        }
        return found.get(0);
    }

    private static Class<?> bySymbol(Class<?> base, String symbol) {
        for (Descriptor<?> each : descriptors()) {
            if (base.isAssignableFrom(each.clazz) && symbols(each).contains(symbol)) {
                return each.clazz;
            }
        }
        throw new UnsupportedOperationException(
                "no known implementation of " + base + " is using symbol ‘" + symbol + "’");
    }

    private static List<String> symbols(Descriptor<?> descriptor) {
        Symbol symbol = descriptor.getClass().getAnnotation(Symbol.class);
        return symbol == null ? List.of() : Arrays.asList(symbol.value());
    }

    /** The first symbol of what {@code object} is, if it has any. */
    @CheckForNull
    static String symbolOf(Object object) {
        if (object instanceof Describable<?> describable) {
            List<String> symbols = symbols(describable.getDescriptor());
            return symbols.isEmpty() ? null : symbols.get(0);
        }
        return null;
    }
}
