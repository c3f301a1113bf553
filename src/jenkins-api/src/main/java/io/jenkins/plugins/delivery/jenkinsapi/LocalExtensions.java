package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.Extension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jenkins.model.Jenkins;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;

/**
 * The extensions of one controller: whatever the SezPoz index of the class path names, each made once, when it is first asked for.
 */
public final class LocalExtensions {
    private static final Comparator<LocalExtension> ORDER =
            Comparator.comparingDouble(LocalExtension::ordinal).reversed().thenComparing(LocalExtension::name);

    private final List<LocalExtension> extensions;

    private LocalExtensions(List<LocalExtension> extensions) {
        this.extensions = extensions;
    }

    /** Reads the index of {@code loader}; an extension that is not optional and cannot be loaded is an error here. */
    public static LocalExtensions load(ClassLoader loader) {
        List<LocalExtension> found = new ArrayList<>();
        for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
            LocalExtension.of(item).ifPresent(found::add);
        }
        found.sort(ORDER);
        return new LocalExtensions(List.copyOf(found));
    }

    /** The extensions of a running controller. */
    public static LocalExtensions of(Jenkins jenkins) {
        return LocalController.of(jenkins).extensions();
    }

    /** Those that are a {@code type}, highest ordinal first, then by class name. */
    public List<LocalExtension> of(Class<?> type) {
        return extensions.stream().filter(each -> each.isA(type)).toList();
    }
}
