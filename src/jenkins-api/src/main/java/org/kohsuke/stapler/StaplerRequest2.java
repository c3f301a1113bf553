package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.List;
import net.sf.json.JSONObject;

/** A request on its way through the object tree. */
public interface StaplerRequest2 extends HttpServletRequest {
    String getRestOfPath();

    String getReferer();

    List<Ancestor> getAncestors();

    Ancestor findAncestor(Class type);

    <T> T findAncestorObject(Class<T> type);

    Ancestor findAncestor(Object value);

    boolean hasParameter(String text);

    <T> T bindJSON(Class<T> type, JSONObject jsonObject);

    <T> T bindJSON(Type type, Class<T> type2, Object value);

    void bindJSON(Object value, JSONObject jsonObject);

    <T> List<T> bindJSONToList(Class<T> type, Object value);

    JSONObject getSubmittedForm() throws ServletException;
}
