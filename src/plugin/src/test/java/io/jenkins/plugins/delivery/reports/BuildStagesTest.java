package io.jenkins.plugins.delivery.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.TagsAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.AtomNode;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.Test;

class BuildStagesTest {
    private final Flow flow = new Flow();

    @Test
    void a_stage_that_has_ended_well_succeeded() {
        Start lint = flow.start("Lint");
        flow.end(lint);

        assertThat(BuildStages.of(flow)).singleElement().satisfies(stage -> {
            assertThat(stage).containsEntry("name", "Lint").containsEntry("state", "SUCCESS");
            assertThat(stage.get("startedAt")).isNotNull();
            assertThat(stage.get("endedAt")).isNotNull();
        });
    }

    @Test
    void a_stage_that_has_not_ended_runs() {
        flow.start("Production");

        assertThat(states()).containsExactly("RUNNING");
    }

    @Test
    void stages_are_in_the_order_of_the_pipeline_and_know_the_one_around_them() {
        Start around = flow.start("Verify");
        Start inner = flow.start("Smoke");
        flow.end(inner);
        flow.end(around);
        flow.end(flow.start("Last"));

        List<Map<String, Object>> stages = BuildStages.of(flow);

        assertThat(stages).extracting(stage -> stage.get("name")).containsExactly("Verify", "Smoke", "Last");
        assertThat(stages).extracting(stage -> stage.get("parentId")).containsExactly(null, around.getId(), null);
    }

    @Test
    void a_stage_ends_as_its_error_says() {
        flow.end(flow.start("Scan")).addAction(new ErrorAction(new IllegalStateException("2 HIGH")));
        flow.end(flow.start("Approval")).addAction(new ErrorAction(new FlowInterruptedException(Result.ABORTED)));

        assertThat(states()).containsExactly("FAILURE", "ABORTED");
        assertThat(BuildStages.of(flow).get(0)).containsEntry("error", "2 HIGH");
    }

    @Test
    void a_warning_of_a_step_is_one_of_the_stages_around_it() {
        Start around = flow.start("Verify");
        Start inner = flow.start("Scan");
        flow.step().addAction(new WarningAction(Result.UNSTABLE));
        flow.end(inner);
        flow.end(around);

        assertThat(states()).containsExactly("UNSTABLE", "UNSTABLE");
    }

    @Test
    void a_stage_that_declarative_left_out_is_skipped() {
        Start stage = flow.start("Deploy");
        TagsAction tags = new TagsAction();
        tags.addTag("STAGE_STATUS", "SKIPPED_FOR_CONDITIONAL");
        stage.addAction(tags);
        flow.end(stage);

        assertThat(states()).containsExactly("SKIPPED");
    }

    private List<Object> states() {
        return BuildStages.of(flow).stream().map(stage -> stage.get("state")).toList();
    }

    /** A flow that grows by one node at a time. */
    private static final class Flow extends FlowExecution {
        private final List<FlowNode> nodes = new ArrayList<>();

        private <N extends FlowNode> N add(N node) {
            node.addAction(new TimingAction());
            nodes.add(node);
            return node;
        }

        private FlowNode[] head() {
            return nodes.isEmpty() ? new FlowNode[0] : new FlowNode[] {nodes.get(nodes.size() - 1)};
        }

        private String id() {
            return String.valueOf(nodes.size() + 2);
        }

        private Start start(String stage) {
            Start start = add(new Start(this, id(), head()));
            start.addAction(new LabelAction(stage));
            return start;
        }

        private FlowNode end(Start start) {
            return add(new End(this, id(), start, head()));
        }

        private FlowNode step() {
            return add(new Atom(this, id(), head()));
        }

        @Override
        public void start() {}

        @Override
        public FlowExecutionOwner getOwner() {
            return null;
        }

        @Override
        public List<FlowNode> getCurrentHeads() {
            return List.of(head());
        }

        @Override
        public boolean isCurrentHead(FlowNode node) {
            return getCurrentHeads().contains(node);
        }

        @Override
        public void interrupt(Result result, CauseOfInterruption... causes) {}

        @Override
        public void addListener(GraphListener listener) {}

        @Override
        public FlowNode getNode(String id) {
            return nodes.stream()
                    .filter(node -> node.getId().equals(id))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final class Start extends BlockStartNode {
        private Start(FlowExecution flow, String id, FlowNode... parents) {
            super(flow, id, parents);
        }

        @Override
        protected String getTypeDisplayName() {
            return "Stage : Body : Start";
        }
    }

    private static final class End extends BlockEndNode<Start> {
        private End(FlowExecution flow, String id, Start start, FlowNode... parents) {
            super(flow, id, start, parents);
        }

        @Override
        protected String getTypeDisplayName() {
            return "Stage : End";
        }
    }

    private static final class Atom extends AtomNode {
        private Atom(FlowExecution flow, String id, FlowNode... parents) {
            super(flow, id, parents);
        }

        @Override
        protected String getTypeDisplayName() {
            return "echo";
        }
    }
}
