package io.jenkins.plugins.delivery.jenkinsapi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.java.sezpoz.IndexItem;

/** One entry of the extension index and, once asked for, its only instance. */
public final class LocalExtension {
    private static final Logger LOGGER = Logger.getLogger(LocalExtension.class.getName());

    private final IndexItem<Extension, Object> item;
    private final Class<?> type;

    @CheckForNull
    private Object instance;

    private LocalExtension(IndexItem<Extension, Object> item, Class<?> type) {
        this.item = item;
        this.type = type;
    }

    static Optional<LocalExtension> of(IndexItem<Extension, Object> item) {
        try {
            return Optional.of(new LocalExtension(item, typeOf(item.element())));
        } catch (InstantiationException | LinkageError e) {
            if (item.annotation().optional()) {
                LOGGER.log(Level.FINE, e, () -> "Without the optional extension " + item.className());
                return Optional.empty();
            }
            throw unusable(item, e);
        }
    }

    private static Class<?> typeOf(AnnotatedElement element) {
        if (element instanceof Field field) {
            return field.getType();
        }
        return element instanceof Method method ? method.getReturnType() : (Class<?>) element;
    }

    boolean isA(Class<?> wanted) {
        return wanted.isAssignableFrom(type);
    }

    String name() {
        return item.className();
    }

    public double ordinal() {
        return item.annotation().ordinal();
    }

    public synchronized Object instance() {
        if (instance == null) {
            try {
                instance = item.instance();
            } catch (InstantiationException | LinkageError e) {
                throw unusable(item, e);
            }
        }
        return instance;
    }

    private static IllegalStateException unusable(IndexItem<Extension, Object> item, Throwable cause) {
        return new IllegalStateException("The extension " + item.className() + " cannot be used: " + cause, cause);
    }
}
