package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

public interface StaplerResponse2 extends HttpServletResponse {
    public void forward(Object value, String text, StaplerRequest2 staplerRequest2)
            throws ServletException, IOException;

    public void forwardToPreviousPage(StaplerRequest2 staplerRequest2) throws ServletException, IOException;

    public void sendRedirect2(String text) throws IOException;
}
