package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import java.io.IOException;

public final class HttpRedirect extends RuntimeException implements HttpResponse {
    public static final HttpRedirect DOT = null;
    public static HttpResponse CONTEXT_ROOT;

    public HttpRedirect(String text) {}

    public HttpRedirect(int n, String text) {}

    public void generateResponse(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, Object value)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse fromContextPath(String text) {
        throw new UnsupportedOperationException("unwritten");
    }
}
