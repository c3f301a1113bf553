package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Common responses. */
public class HttpResponses {
    public HttpResponses() {}

    public static HttpResponseException ok() {
        return status(HttpServletResponse.SC_OK);
    }

    public static HttpResponseException notFound() {
        return status(HttpServletResponse.SC_NOT_FOUND);
    }

    public static HttpResponseException forbidden() {
        return status(HttpServletResponse.SC_FORBIDDEN);
    }

    public static HttpResponseException status(int code) {
        return new Simple(null, (request, response) -> response.setStatus(code));
    }

    public static HttpResponseException error(int code, String errorMessage) {
        return new Simple(errorMessage, (request, response) -> response.sendError(code, errorMessage));
    }

    public static HttpResponseException errorWithoutStack(int code, String errorMessage) {
        return new Simple(errorMessage, (request, response) -> {
            response.setContentType("text/plain;charset=UTF-8");
            response.setStatus(code);
            response.getWriter().println(errorMessage);
        });
    }

    public static HttpRedirect redirectTo(String url) {
        return new HttpRedirect(url);
    }

    public static HttpResponse redirectToDot() {
        return new HttpRedirect(".");
    }

    public static HttpResponse plainText(String plainText) {
        return new Simple(plainText, (request, response) -> {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(plainText);
        });
    }

    private interface Body {
        void write(StaplerRequest2 request, StaplerResponse2 response) throws IOException;
    }

    private static final class Simple extends HttpResponseException {
        private static final long serialVersionUID = 1;
        private final transient Body body;

        Simple(String message, Body body) {
            super(message);
            this.body = body;
        }

        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException, ServletException {
            body.write(request, response);
        }
    }

    /** A response that can be thrown. */
    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        private static final long serialVersionUID = 1;

        public HttpResponseException() {}

        public HttpResponseException(String message) {
            super(message);
        }
    }
}
