package io.jenkins.plugins.delivery.reports;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;

/** Tells who decided something what became of it: back to the page for a browser, JSON for everybody else. */
public final class FormAnswer {
    private FormAnswer() {}

    /** What was decided stands in the JSON under the given name. */
    public static HttpResponse accepted(@CheckForNull StaplerRequest2 request, String name, Object decision) {
        return isBrowser(request)
                ? HttpResponses.redirectToDot()
                : JsonResponse.ok(Map.of("accepted", true, name, decision));
    }

    /** Nothing was decided, for this reason. */
    public static HttpResponse refused(@CheckForNull StaplerRequest2 request, int status, String why) {
        return refused(request, status, why, Map.of());
    }

    /** As before; the JSON has these facts besides. */
    public static HttpResponse refused(
            @CheckForNull StaplerRequest2 request, int status, String why, Map<String, ?> facts) {
        if (isBrowser(request)) {
            return HttpResponses.errorWithoutStack(status, why);
        }
        Map<String, Object> json = new LinkedHashMap<>(facts);
        json.put("accepted", false);
        json.put("message", why);
        return JsonResponse.status(status, json);
    }

    private static boolean isBrowser(@CheckForNull StaplerRequest2 request) {
        return request != null && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
