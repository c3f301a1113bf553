package hudson.model;

import hudson.XmlFile;
import hudson.security.Permission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Loadable;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable {
    public final transient Class<? extends T> clazz = null;

    protected Descriptor(Class<? extends T> type) {}

    protected Descriptor() {}

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Class<T> getT() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDescriptorUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getDescriptorFullUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getCurrentDescriptorByNameUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getCheckUrl(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void calcFillSettings(String text, Map<String, Object> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void calcAutoCompleteSettings(String text, Map<String, Object> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getJsonSafeClassName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public T newInstance(StaplerRequest2 staplerRequest2, JSONObject jsonObject) throws Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> T bindJSON(StaplerRequest2 staplerRequest2, Class<T> type, JSONObject jsonObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getHelpFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getHelpFile(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void addHelpFileRedirect(String text, Class<? extends Describable> type, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isInstance(T value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isSubTypeOf(Class type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean configure(StaplerRequest2 staplerRequest2, JSONObject jsonObject) throws Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getConfigPage() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getGlobalConfigPage() {
        throw new UnsupportedOperationException("unwritten");
    }

    public GlobalConfigurationCategory getCategory() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Permission getRequiredGlobalConfigPagePermission() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected final String getViewPage(Class<?> type, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected List<String> getPossibleViewNames(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void save() {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void load() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected XmlFile getConfigFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doHelp(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> T[] toArray(T... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> List<T> toList(T... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Describable<T>> Map<Descriptor<T>, T> toMap(Iterable<T> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Describable<T>> List<T> newInstancesFromHeteroList(
            StaplerRequest2 staplerRequest2,
            JSONObject jsonObject,
            String text,
            Collection<? extends Descriptor<T>> collection)
            throws Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Describable<T>> List<T> newInstancesFromHeteroList(
            StaplerRequest2 staplerRequest2, Object value, Collection<? extends Descriptor<T>> collection)
            throws Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Descriptor> T findById(Collection<? extends T> collection, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Descriptor> T findByDescribableClassName(Collection<? extends T> collection, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Descriptor> T find(Collection<? extends T> collection, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Descriptor find(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected static Class self() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static final class FormException extends Exception implements HttpResponse {
        public FormException(String text, String text2) {}

        public FormException(String text, Throwable throwable, String text2) {}

        public FormException(Throwable throwable, String text) {}

        public String getFormField() {
            throw new UnsupportedOperationException("unwritten");
        }

        public void generateResponse(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, Object value)
                throws IOException, ServletException {
            throw new UnsupportedOperationException("unwritten");
        }
    }

    public static final class Self {
        public Self() {}
    }
}
