package hudson.util;

import hudson.Util;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** What is said about a field of a form. */
public abstract class FormValidation extends IOException implements HttpResponse {
    private static final long serialVersionUID = 1;
    private static final FormValidation FINE = respond(Kind.OK, "<div/>");

    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static FormValidation ok() {
        return FINE;
    }

    public static FormValidation ok(String message) {
        return text(Kind.OK, message);
    }

    public static FormValidation ok(String format, Object... args) {
        return ok(String.format(format, args));
    }

    public static FormValidation warning(String message) {
        return text(Kind.WARNING, message);
    }

    public static FormValidation warning(String format, Object... args) {
        return warning(String.format(format, args));
    }

    public static FormValidation error(String message) {
        return text(Kind.ERROR, message);
    }

    public static FormValidation error(String format, Object... args) {
        return error(String.format(format, args));
    }

    public static FormValidation error(Throwable cause, String message) {
        FormValidation made = error(message);
        made.initCause(cause);
        return made;
    }

    public static FormValidation warning(Throwable cause, String message) {
        FormValidation made = warning(message);
        made.initCause(cause);
        return made;
    }

    /** As bad as the worst of {@code validations}, saying what each says. */
    public static FormValidation aggregate(Collection<FormValidation> validations) {
        if (validations.isEmpty()) {
            return ok();
        }
        Kind worst = validations.stream()
                .map(each -> each.kind)
                .max(Comparator.naturalOrder())
                .orElse(Kind.OK);
        return respond(
                worst,
                validations.stream()
                        .map(each -> "<li>" + each.renderHtml() + "</li>")
                        .collect(Collectors.joining(
                                "", "<ul style='list-style-type: none; padding-left: 0; margin: 0'>", "</ul>")));
    }

    public static FormValidation errorWithMarkup(String message) {
        return markup(Kind.ERROR, message);
    }

    public static FormValidation warningWithMarkup(String message) {
        return markup(Kind.WARNING, message);
    }

    public static FormValidation okWithMarkup(String message) {
        return markup(Kind.OK, message);
    }

    /** Says {@code html} as it is. */
    public static FormValidation respond(Kind kind, String html) {
        return new FormValidation(kind, html) {
            private static final long serialVersionUID = 1;

            @Override
            public String renderHtml() {
                return html;
            }
        };
    }

    private static FormValidation text(Kind kind, String message) {
        return rendered(kind, message, message == null ? "" : Util.xmlEscape(message));
    }

    private static FormValidation markup(Kind kind, String message) {
        return message == null ? ok() : rendered(kind, message, message);
    }

    private static FormValidation rendered(Kind kind, String message, String html) {
        return new FormValidation(kind, message) {
            private static final long serialVersionUID = 1;

            @Override
            public String renderHtml() {
                return "<div class=" + kind.name().toLowerCase(java.util.Locale.ENGLISH) + ">" + html + "</div>";
            }
        };
    }

    public static FormValidation validateRequired(String value) {
        return Util.fixEmptyAndTrim(value) == null ? error("Required field") : ok();
    }

    public static FormValidation validateNonNegativeInteger(String value) {
        return integer(value, 0, Integer.MAX_VALUE, "Not a non-negative number");
    }

    public static FormValidation validatePositiveInteger(String value) {
        return integer(value, 1, Integer.MAX_VALUE, "Not a positive number");
    }

    public static FormValidation validateIntegerInRange(String value, int lower, int upper) {
        return integer(value, lower, upper, "Not within the range " + lower + " to " + upper);
    }

    private static FormValidation integer(String value, int lower, int upper, String complaint) {
        try {
            int number = Integer.parseInt(value);
            return number >= lower && number <= upper ? ok() : error(complaint);
        } catch (NumberFormatException e) {
            return error("Not a number");
        }
    }

    public abstract String renderHtml();

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().print(renderHtml());
    }

    @Override
    public String toString() {
        return kind + ": " + getMessage();
    }

    /** From good to bad. */
    public enum Kind {
        OK,
        WARNING,
        ERROR
    }
}
