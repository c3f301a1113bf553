package org.jenkinsci.plugins.workflow.actions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** What others say of a node. */
public class TagsAction implements PersistentAction {
    private final Map<String, String> tags = new LinkedHashMap<>();

    public TagsAction() {}

    public void addTag(String tag, String value) {
        tags.put(tag, value);
    }

    /** Null when there is no such tag. */
    public String getTagValue(String tag) {
        return tags.get(tag);
    }

    /** Null when there is no such tag. */
    public static String getTagValue(FlowNode node, String tag) {
        TagsAction action = node.getAction(TagsAction.class);
        return action == null ? null : action.getTagValue(tag);
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
