package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.List;
import net.sf.json.JSONObject;

public interface StaplerRequest2 extends HttpServletRequest {
    public String getRestOfPath();

    public String getReferer();

    public List<Ancestor> getAncestors();

    public Ancestor findAncestor(Class type);

    public <T> T findAncestorObject(Class<T> type);

    public Ancestor findAncestor(Object value);

    public boolean hasParameter(String text);

    public <T> T bindJSON(Class<T> type, JSONObject jsonObject);

    public <T> T bindJSON(Type type, Class<T> type2, Object value);

    public void bindJSON(Object value, JSONObject jsonObject);

    public <T> List<T> bindJSONToList(Class<T> type, Object value);

    public JSONObject getSubmittedForm() throws ServletException;
}
