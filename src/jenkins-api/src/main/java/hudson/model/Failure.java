package hudson.model;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public class Failure extends RuntimeException implements HttpResponse {
    public Failure(String text) {}

    public Failure(String text, boolean flag) {}

    public void generateResponse(
            StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, Object value, Throwable throwable)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void generateResponse(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, Object value)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }
}
