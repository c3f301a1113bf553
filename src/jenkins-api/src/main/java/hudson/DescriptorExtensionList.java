package hudson;

import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.delivery.jenkinsapi.LocalExtension;
import io.jenkins.plugins.delivery.jenkinsapi.LocalExtensions;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;

/** The descriptors of one kind of describable. */
public class DescriptorExtensionList<T extends Describable<T>, D extends Descriptor<T>> extends ExtensionList<D> {
    protected DescriptorExtensionList(Jenkins jenkins, Class<T> describableType) {
        super(jenkins, descriptorType(), load(jenkins, describableType));
    }

    public static <T extends Describable<T>, D extends Descriptor<T>>
            DescriptorExtensionList<T, D> createDescriptorList(Jenkins jenkins, Class<T> describableType) {
        return new DescriptorExtensionList<>(jenkins, describableType);
    }

    @SuppressWarnings("unchecked")
    private static <D> Class<D> descriptorType() {
        return (Class<D>) Descriptor.class;
    }

    @SuppressWarnings("unchecked")
    private static <D> CopyOnWriteArrayList<ExtensionComponent<D>> load(Jenkins jenkins, Class<?> describableType) {
        CopyOnWriteArrayList<ExtensionComponent<D>> found = new CopyOnWriteArrayList<>();
        for (LocalExtension extension : LocalExtensions.of(jenkins).of(Descriptor.class)) {
            Descriptor<?> descriptor = (Descriptor<?>) extension.instance();
            if (descriptor.getT() == describableType) {
                found.add(new ExtensionComponent<>((D) descriptor, extension.ordinal()));
            }
        }
        return found;
    }

    /** By the name of the descriptor's or of the described class, or null. */
    public D find(String className) {
        for (D each : this) {
            if (each.getClass().getName().equals(className)
                    || each.clazz.getName().equals(className)) {
                return each;
            }
        }
        return null;
    }

    public D find(Class<? extends T> type) {
        for (D each : this) {
            if (each.clazz == type) {
                return each;
            }
        }
        return null;
    }

    public D findByName(String id) {
        for (D each : this) {
            if (each.getId().equals(id)) {
                return each;
            }
        }
        return null;
    }
}
