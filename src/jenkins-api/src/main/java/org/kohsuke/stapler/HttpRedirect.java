package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** Sends the browser elsewhere. */
public final class HttpRedirect extends RuntimeException implements HttpResponse {
    private static final long serialVersionUID = 1;
    private final String url;

    /** Relative to the request. */
    public HttpRedirect(String url) {
        this.url = url;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        response.sendRedirect2(url);
    }
}
