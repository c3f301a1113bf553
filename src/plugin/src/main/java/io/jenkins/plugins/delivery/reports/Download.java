package io.jenkins.plugins.delivery.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A file that a browser saves and never shows, written while it is sent. */
public final class Download implements HttpResponse {
    private final String name;
    private final String type;
    private final Content content;

    /** Writes the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param name of the file; letters, digits, dots and dashes
     * @param type media type
     */
    public Download(String name, String type, Content content) {
        if (!name.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("This is no name for a download: " + name);
        }
        this.name = name;
        this.type = type;
        this.content = content;
    }

    /**
     * A text file of these lines.
     *
     * @param type media type, without its character set
     */
    public static Download lines(String name, String type, List<String> lines) {
        List<String> kept = List.copyOf(lines);
        return new Download(name, type + ";charset=UTF-8", out -> {
            for (String line : kept) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    public Content content() {
        return content;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        content.writeTo(response.getOutputStream());
    }
}
