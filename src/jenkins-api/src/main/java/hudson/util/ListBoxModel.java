package hudson.util;

import hudson.model.ModelObject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public class ListBoxModel extends ArrayList<ListBoxModel.Option> implements HttpResponse {
    public ListBoxModel(int n) {}

    public ListBoxModel() {}

    public ListBoxModel(Collection<ListBoxModel.Option> collection) {}

    public ListBoxModel(ListBoxModel.Option... option) {}

    public void add(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void add(ModelObject modelObject, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ListBoxModel add(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void writeTo(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void generateResponse(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, Object value)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public ListBoxModel.Option[] values() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static final class Option {
        public String name;
        public String value;
        public boolean selected;

        public Option(String text, String text2) {}

        public Option(String text) {}

        public Option(String text, String text2, boolean flag) {}

        public String toString() {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
