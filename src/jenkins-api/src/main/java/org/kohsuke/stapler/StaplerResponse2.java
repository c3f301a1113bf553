package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The response to it. */
public interface StaplerResponse2 extends HttpServletResponse {
    void forward(Object value, String text, StaplerRequest2 staplerRequest2) throws ServletException, IOException;

    void forwardToPreviousPage(StaplerRequest2 staplerRequest2) throws ServletException, IOException;

    void sendRedirect2(String text) throws IOException;
}
