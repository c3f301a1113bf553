package io.jenkins.plugins.delivery.reports;

import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A JSON document that a client may keep as long as its tag is the same: then it is not even made. */
public final class TaggedJson implements HttpResponse {
    private final String tag;
    private final Model model;

    /** Something that Jackson writes, made when it is needed. */
    @FunctionalInterface
    public interface Model {
        Object make() throws IOException;
    }

    /** @param version of what is answered: another one means another document */
    public TaggedJson(String version, Model model) {
        tag = '"' + version + '"';
        this.model = model;
    }

    public String tag() {
        return tag;
    }

    public Object model() throws IOException {
        return model.make();
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request != null && tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(304);
            return;
        }
        byte[] json = ReportFile.bytes(model.make());
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
