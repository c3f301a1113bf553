package hudson.util;

import java.util.Map;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;

public class HttpResponses extends org.kohsuke.stapler.HttpResponses {
    public static HttpResponse okJSON() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse okJSON(JSONObject jsonObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse okJSON(JSONArray jsonArray) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse okJSON(Map<?, ?> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse errorJSON(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse errorJSON(String text, Map<?, ?> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse errorJSON(String text, JSONObject jsonObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse errorJSON(String text, JSONArray jsonArray) {
        throw new UnsupportedOperationException("unwritten");
    }
}
