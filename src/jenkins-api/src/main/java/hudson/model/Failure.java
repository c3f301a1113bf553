package hudson.model;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** An error that the user can do something about; shown without a stack trace. */
public class Failure extends RuntimeException implements HttpResponse {
    private static final long serialVersionUID = 1;

    public Failure(String message) {
        super(message);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        response.sendError(400, getMessage());
    }
}
