package io.jenkins.plugins.delivery.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Lines as a file to keep: never shown by the browser, never cached, never sniffed. */
public final class DownloadResponse implements HttpResponse {
    private final String type;
    private final String name;
    private final List<String> lines;

    public DownloadResponse(String type, String name, List<String> lines) {
        this.type = type;
        this.name = name;
        this.lines = List.copyOf(lines);
    }

    /** What it says, without the ends of lines. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        for (String line : lines) {
            response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
