package io.jenkins.plugins.delivery.reports;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.TagsAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** The stages of a build as its flow has them now: names, states, times. A build that is no pipeline has none. */
final class BuildStages {
    /** What Declarative says of a stage that it did not run. */
    private static final String STATUS = "STAGE_STATUS";

    private final Map<String, FlowNode> starts = new HashMap<>();
    private final Map<String, FlowNode> ends = new HashMap<>();
    private final Map<String, Result> worst = new HashMap<>();

    private BuildStages() {}

    static List<Map<String, Object>> of(Run<?, ?> run) {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable flow ? flow.asFlowExecutionOwner() : null;
        FlowExecution execution = owner == null ? null : owner.getOrNull();
        return execution == null ? List.of() : of(execution);
    }

    static List<Map<String, Object>> of(FlowExecution execution) {
        BuildStages stages = new BuildStages();
        Deque<FlowNode> todo = new ArrayDeque<>(execution.getCurrentHeads());
        Map<String, FlowNode> seen = new HashMap<>();
        while (!todo.isEmpty()) {
            FlowNode node = todo.pop();
            if (seen.put(node.getId(), node) == null) {
                stages.look(node);
                todo.addAll(node.getParents());
            }
        }
        stages.warn(seen);
        return stages.models(seen);
    }

    private void look(FlowNode node) {
        boolean named = node.getAction(LabelAction.class) != null && node.getAction(ThreadNameAction.class) == null;
        if (node instanceof BlockStartNode && named) {
            starts.put(node.getId(), node);
        } else if (node instanceof BlockEndNode<?> end) {
            ends.put(end.getStartNode().getId(), end);
        }
    }

    /** A step that says that something is not well says so of the stages around it. */
    private void warn(Map<String, FlowNode> nodes) {
        for (FlowNode node : nodes.values()) {
            WarningAction warning = node.getAction(WarningAction.class);
            String id = warning == null ? null : node.getEnclosingId();
            while (id != null) {
                worst.merge(id, warning.getResult(), (one, other) -> one.combine(other));
                FlowNode around = nodes.get(id);
                id = around == null ? null : around.getEnclosingId();
            }
        }
    }

    private List<Map<String, Object>> models(Map<String, FlowNode> nodes) {
        List<FlowNode> inOrder = new ArrayList<>(starts.values());
        inOrder.sort(Comparator.comparing(BuildStages::number));
        return inOrder.stream().map(start -> model(start, nodes)).toList();
    }

    private Map<String, Object> model(FlowNode start, Map<String, FlowNode> nodes) {
        FlowNode end = ends.get(start.getId());
        ErrorAction error = end == null ? null : end.getError();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", start.getId());
        model.put("parentId", around(start, nodes));
        model.put("name", start.getDisplayName());
        model.put("state", state(start, end, error));
        model.put("startedAt", time(start));
        model.put("endedAt", time(end));
        model.put("error", error == null ? null : error.getDisplayName());
        return model;
    }

    private String state(FlowNode start, @CheckForNull FlowNode end, @CheckForNull ErrorAction error) {
        String status = TagsAction.getTagValue(start, STATUS);
        if (status != null && status.startsWith("SKIPPED")) {
            return "SKIPPED";
        }
        if (end == null) {
            return "RUNNING";
        }
        if (error != null) {
            return error.getError() instanceof FlowInterruptedException stopped
                    ? stopped.getResult().toString()
                    : Result.FAILURE.toString();
        }
        return worst.getOrDefault(start.getId(), Result.SUCCESS).toString();
    }

    @CheckForNull
    private String around(FlowNode start, Map<String, FlowNode> nodes) {
        String id = start.getEnclosingId();
        while (id != null && !starts.containsKey(id)) {
            FlowNode node = nodes.get(id);
            id = node == null ? null : node.getEnclosingId();
        }
        return id;
    }

    @CheckForNull
    private static Instant time(@CheckForNull FlowNode node) {
        long millis = node == null ? 0 : TimingAction.getStartTime(node);
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    private static int number(FlowNode node) {
        return node.getId().matches("\\d{1,9}") ? Integer.parseInt(node.getId()) : Integer.MAX_VALUE;
    }
}
