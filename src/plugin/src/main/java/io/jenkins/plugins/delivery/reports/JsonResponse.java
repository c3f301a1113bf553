package io.jenkins.plugins.delivery.reports;

import io.jenkins.plugins.delivery.engine.journal.Digest;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A JSON document as an answer, never sniffed; who has it already is told so, and is not sent it again. */
public final class JsonResponse implements HttpResponse {
    private final int status;
    private final Object model;

    private JsonResponse(int status, Object model) {
        this.status = status;
        this.model = model;
    }

    /** The model, as Jackson writes it. */
    public static JsonResponse ok(Object model) {
        return new JsonResponse(200, model);
    }

    /** The model with another status, for instance 409 for what came too late. */
    public static JsonResponse status(int status, Object model) {
        return new JsonResponse(status, model);
    }

    public int status() {
        return status;
    }

    public Object model() {
        return model;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        byte[] json = ReportFile.bytes(model);
        response.setHeader("Cache-Control", status == 200 ? "private, no-cache" : "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (status == 200) {
            String tag = '"' + Digest.of(json) + '"';
            response.setHeader("ETag", tag);
            if (request != null && tag.equals(request.getHeader("If-None-Match"))) {
                response.setStatus(304);
                return;
            }
        }
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
