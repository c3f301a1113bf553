package org.kohsuke.stapler;

import net.sf.json.JSONObject;

public interface DataBoundResolvable {
    public Object bindResolve(StaplerRequest2 staplerRequest2, JSONObject jsonObject);
}
