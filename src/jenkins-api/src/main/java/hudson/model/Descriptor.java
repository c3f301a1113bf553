package hudson.model;

import hudson.BulkChange;
import hudson.XmlFile;
import hudson.model.listeners.SaveableListener;
import hudson.security.Permission;
import io.jenkins.plugins.delivery.jenkinsapi.HelpFiles;
import io.jenkins.plugins.delivery.jenkinsapi.TypeArguments;
import jakarta.servlet.ServletException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** What is known of a {@link Describable} class: its name, its help, its place in the configuration. */
public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable {
    public final transient Class<? extends T> clazz;

    /** Describes {@code clazz}, or itself when it is {@link #self()}. */
    @SuppressWarnings("unchecked")
    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = (Class<?>) clazz == Self.class ? (Class<? extends T>) getClass() : clazz;
    }

    /** Describes the class that this one is nested in. */
    @SuppressWarnings("unchecked")
    protected Descriptor() {
        Class<?> outer = getClass().getEnclosingClass();
        if (outer == null) {
            throw new AssertionError(getClass()
                    + " doesn't have an outer class. Use the constructor that takes the Class object explicitly.");
        }
        if (!Describable.class.isAssignableFrom(outer)) {
            throw new AssertionError(
                    "Outer class " + outer + " of " + getClass() + " is not a subtype of Describable.");
        }
        clazz = (Class<? extends T>) outer;
    }

    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    public String getId() {
        return clazz.getName();
    }

    /** The describable type that this descriptor's class names as its type argument. */
    @SuppressWarnings("unchecked")
    public Class<T> getT() {
        return (Class<T>) TypeArguments.of(getClass(), Descriptor.class, 0)
                .orElseThrow(() -> new AssertionError(getClass() + " doesn't extend Descriptor with a type argument"));
    }

    public String getDescriptorUrl() {
        return "descriptorByName/" + getId();
    }

    public final String getJsonSafeClassName() {
        return getId().replace('.', '-');
    }

    public T newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        if (request == null) {
            throw new FormException("A form is needed to make a " + clazz.getName(), "");
        }
        return request.bindJSON(clazz, form);
    }

    public String getHelpFile() {
        return getHelpFile(null);
    }

    /** Where the help of a field is served, or null when there is none. */
    public String getHelpFile(String field) {
        return HelpFiles.exists(clazz, field)
                ? "/" + getDescriptorUrl() + "/help" + (field == null ? "" : "/" + field)
                : null;
    }

    public final boolean isInstance(T instance) {
        return clazz.isInstance(instance);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public final boolean isSubTypeOf(Class type) {
        return type.isAssignableFrom(clazz);
    }

    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        return true;
    }

    public String getConfigPage() {
        return getViewPage(clazz, "config.jelly");
    }

    public String getGlobalConfigPage() {
        return null;
    }

    public GlobalConfigurationCategory getCategory() {
        return GlobalConfigurationCategory.get(GlobalConfigurationCategory.Unclassified.class);
    }

    public Permission getRequiredGlobalConfigPagePermission() {
        return Jenkins.ADMINISTER;
    }

    protected final String getViewPage(Class<?> type, String page) {
        return "/" + type.getName().replace('.', '/').replace('$', '/') + "/" + page;
    }

    @Override
    public synchronized void save() {
        if (BulkChange.contains(this)) {
            return;
        }
        try {
            getConfigFile().write(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot save " + getConfigFile(), e);
        }
        SaveableListener.fireOnChange(this, getConfigFile());
    }

    @Override
    public synchronized void load() {
        XmlFile file = getConfigFile();
        if (!file.exists()) {
            return;
        }
        try {
            file.unmarshal(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + file, e);
        }
    }

    protected XmlFile getConfigFile() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), getId() + ".xml"));
    }

    /** Sends the help of this descriptor, or of the field that the rest of the path names. */
    public void doHelp(StaplerRequest2 request, StaplerResponse2 response) throws IOException, ServletException {
        String path = request.getRestOfPath();
        String field = path.isEmpty() ? null : path.substring(1);
        String text = HelpFiles.read(clazz, field);
        if (text == null) {
            response.sendError(404);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(text);
    }

    @SafeVarargs
    public static <T> List<T> toList(T... values) {
        return new ArrayList<>(List.of(values));
    }

    public static <T extends Describable<T>> Map<Descriptor<T>, T> toMap(Iterable<T> describables) {
        Map<Descriptor<T>, T> map = new LinkedHashMap<>();
        describables.forEach(each -> map.put(each.getDescriptor(), each));
        return map;
    }

    public static <T extends Describable<T>> List<T> newInstancesFromHeteroList(
            StaplerRequest2 request, JSONObject form, String key, Collection<? extends Descriptor<T>> descriptors)
            throws FormException {
        return newInstancesFromHeteroList(request, form.get(key), descriptors);
    }

    public static <T extends Describable<T>> List<T> newInstancesFromHeteroList(
            StaplerRequest2 request, Object formData, Collection<? extends Descriptor<T>> descriptors)
            throws FormException {
        List<T> instances = new ArrayList<>();
        if (formData != null) {
            for (Object each : JSONArray.fromObject(formData)) {
                JSONObject form = (JSONObject) each;
                Descriptor<T> descriptor = findByDescribableClassName(descriptors, form.getString("$class"));
                if (descriptor != null) {
                    instances.add(descriptor.newInstance(request, form));
                }
            }
        }
        return instances;
    }

    @SuppressWarnings("rawtypes")
    public static <T extends Descriptor> T findById(Collection<? extends T> descriptors, String id) {
        return descriptors.stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("rawtypes")
    public static <T extends Descriptor> T findByDescribableClassName(
            Collection<? extends T> descriptors, String className) {
        return descriptors.stream()
                .filter(each -> each.clazz.getName().equals(className))
                .findFirst()
                .orElse(null);
    }

    /** For {@code super(self())} of a descriptor that describes itself. */
    @SuppressWarnings("rawtypes")
    protected static Class self() {
        return Self.class;
    }

    /** Stands for the descriptor's own class. */
    public static final class Self {}

    /** A field of a form that cannot be accepted. */
    public static final class FormException extends Exception implements HttpResponse {
        private static final long serialVersionUID = 1;
        private final String formField;

        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        public FormException(String message, Throwable cause, String formField) {
            super(message, cause);
            this.formField = formField;
        }

        public FormException(Throwable cause, String formField) {
            super(cause);
            this.formField = formField;
        }

        public String getFormField() {
            return formField;
        }

        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException, ServletException {
            response.sendError(400, getFormField() + ": " + getMessage());
        }
    }
}
