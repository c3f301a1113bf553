package org.kohsuke.stapler;

import net.sf.json.JSONObject;

/** Puts another object in place of a bound one. */
public interface DataBoundResolvable {
    Object bindResolve(StaplerRequest2 staplerRequest2, JSONObject jsonObject);
}
