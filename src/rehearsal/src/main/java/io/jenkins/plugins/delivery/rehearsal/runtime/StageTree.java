package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Reads stages and branches off the graph. */
final class StageTree {
    private StageTree() {}

    static List<StageSummary> of(Graph graph, long now) {
        return children(graph, null, now);
    }

    private static List<StageSummary> children(Graph graph, @CheckForNull String parent, long now) {
        List<StageSummary> found = new ArrayList<>();
        for (NodeState node : graph.all()) {
            if (PipelineExecution.isStage(node) && java.util.Objects.equals(stageAround(graph, node), parent)) {
                long end = node.finishedAt == 0 ? now : node.finishedAt;
                Throwable error = errorOf(graph, node);
                List<StageSummary> children = children(graph, node.id, now);
                boolean same = isSameStage(node, children);
                found.add(new StageSummary(
                        node.id,
                        PipelineExecution.stageName(node),
                        node.branch,
                        same && children.get(0).state() == StageState.SKIPPED
                                ? StageState.SKIPPED
                                : stateOf(graph, node),
                        error == null ? null : message(error),
                        Duration.ofMillis(end - node.at),
                        same ? children.get(0).children() : children));
            }
        }
        return found;
    }

    /** A branch that holds nothing but a stage of its own name is that stage. */
    private static boolean isSameStage(NodeState node, List<StageSummary> children) {
        return node.branch && children.size() == 1 && children.get(0).name().equals(PipelineExecution.stageName(node));
    }

    @CheckForNull
    private static String stageAround(Graph graph, NodeState node) {
        for (NodeState each = graph.get(node.enclosing); each != null; each = graph.get(each.enclosing)) {
            if (PipelineExecution.isStage(each)) {
                return each.id;
            }
        }
        return null;
    }

    static StageState stateOf(Graph graph, NodeState stage) {
        if (stage.skipped) {
            return StageState.SKIPPED;
        }
        if (stage.end == null) {
            return StageState.RUNNING;
        }
        Throwable error = errorOf(graph, stage);
        if (error instanceof FlowInterruptedException interrupted) {
            return ofResult(interrupted.getResult());
        }
        if (error != null) {
            return StageState.FAILURE;
        }
        Result worst = Result.SUCCESS;
        for (NodeState node : graph.all()) {
            Result warning = node.warning();
            if (warning != null && warning.isWorseThan(worst) && isInside(graph, node, stage.id)) {
                worst = warning;
            }
        }
        return ofResult(worst);
    }

    private static boolean isInside(Graph graph, NodeState node, String block) {
        for (NodeState each = node; each != null; each = graph.get(each.enclosing)) {
            if (block.equals(each.enclosing) || block.equals(each.start)) {
                return true;
            }
        }
        return false;
    }

    @CheckForNull
    private static Throwable errorOf(Graph graph, NodeState stage) {
        NodeState end = graph.get(stage.end);
        return end == null ? null : end.error();
    }

    private static StageState ofResult(Result result) {
        if (result == null || result.equals(Result.SUCCESS)) {
            return StageState.SUCCESS;
        }
        if (result.equals(Result.UNSTABLE)) {
            return StageState.UNSTABLE;
        }
        if (result.equals(Result.NOT_BUILT)) {
            return StageState.NOT_BUILT;
        }
        return result.equals(Result.FAILURE) ? StageState.FAILURE : StageState.ABORTED;
    }

    static String message(Throwable error) {
        if (error instanceof FlowInterruptedException interrupted
                && !interrupted.getCauses().isEmpty()) {
            return interrupted.getCauses().get(0).getShortDescription();
        }
        String message = error.getMessage();
        return error instanceof AbortException && message != null
                ? message
                : message == null ? error.getClass().getName() : message;
    }
}
