package hudson.util;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public class ComboBoxModel extends ArrayList<String> implements HttpResponse {
    public ComboBoxModel(int n) {}

    public ComboBoxModel() {}

    public ComboBoxModel(Collection<? extends String> collection) {}

    public ComboBoxModel(String... text) {}

    public void generateResponse(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, Object value)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }
}
