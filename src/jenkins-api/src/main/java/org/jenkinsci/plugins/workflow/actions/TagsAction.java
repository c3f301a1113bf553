package org.jenkinsci.plugins.workflow.actions;

import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

public class TagsAction implements PersistentAction {
    public TagsAction() {}

    public void addTag(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean removeTag(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getTagValue(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, String> getTags() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Map<String, String> getTags(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getTagValue(FlowNode flowNode, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlName() {
        throw new UnsupportedOperationException("unwritten");
    }
}
