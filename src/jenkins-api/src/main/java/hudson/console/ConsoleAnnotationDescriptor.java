package hudson.console;

import hudson.DescriptorExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Descriptor;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class ConsoleAnnotationDescriptor extends Descriptor<ConsoleNote<?>> implements ExtensionPoint {
    protected ConsoleAnnotationDescriptor(Class<? extends ConsoleNote<?>> type) {}

    protected ConsoleAnnotationDescriptor() {}

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasScript() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasStylesheet() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doScriptJs(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doStyleCss(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static DescriptorExtensionList<ConsoleNote<?>, ConsoleAnnotationDescriptor> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
