package hudson.util;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class FormValidation extends IOException implements HttpResponse {
    public final FormValidation.Kind kind = null;

    public static FormValidation error(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation warning(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation ok(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation ok() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation error(String text, Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation warning(String text, Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation ok(String text, Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation error(Throwable throwable, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation warning(Throwable throwable, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation error(Throwable throwable, String text, Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation warning(Throwable throwable, String text, Object... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation aggregate(Collection<FormValidation> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation errorWithMarkup(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation warningWithMarkup(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation okWithMarkup(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation respond(FormValidation.Kind kind, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation validateExecutable(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation validateNonNegativeInteger(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation validateIntegerInRange(String text, int n, int n2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation validatePositiveInteger(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation validateRequired(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FormValidation validateBase64(String text, boolean flag, boolean flag2, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void generateResponse(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, Object value)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract String renderHtml();

    protected void respond(StaplerResponse2 staplerResponse2, String text) throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public enum Kind {
        OK,
        WARNING,
        ERROR;
    }
}
