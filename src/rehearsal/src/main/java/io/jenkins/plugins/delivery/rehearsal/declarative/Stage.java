package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Settings;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Stages;
import java.util.List;
import org.codehaus.groovy.ast.expr.Expression;

/**
 * One {@code stage}.
 *
 * @param bodies what the stage does; exactly one in a valid pipeline
 * @param failFast true if the failure of one parallel branch ends the others
 */
record Stage(
        Call call,
        String name,
        @CheckForNull Agent agent,
        @CheckForNull Environment environment,
        @CheckForNull Settings tools,
        @CheckForNull Settings options,
        @CheckForNull When when,
        @CheckForNull Input input,
        List<Body> bodies,
        @CheckForNull Post post,
        boolean failFast) {

    Stage {
        bodies = List.copyOf(bodies);
    }

    /** What a stage does. */
    sealed interface Body {}

    /** {@code steps { … }}. */
    record Sequence(Steps steps) implements Body {}

    /** {@code stages { … }}. */
    record Nested(Stages stages) implements Body {}

    /** {@code parallel { … }}. */
    record Parallel(Stages stages) implements Body {}

    /** {@code matrix { … }}: its stages once for each combination of values. */
    record Matrix(
            Call call,
            @CheckForNull List<Axis> axes,
            List<List<Axis>> excludes,
            @CheckForNull Stages stages,
            @CheckForNull Agent agent,
            @CheckForNull Environment environment,
            @CheckForNull Settings tools,
            @CheckForNull Settings options,
            @CheckForNull When when,
            @CheckForNull Input input,
            @CheckForNull Post post)
            implements Body {}

    /**
     * @param values the values, or null if the axis does not give them
     * @param negated true for {@code notValues}
     */
    record Axis(
            Call call,
            @CheckForNull Expression name,
            @CheckForNull List<Expression> values,
            boolean negated) {}

    /** The directive {@code input}: the arguments of the step, written as a block. */
    record Input(
            Call call,
            List<Agent.Setting> settings,
            @CheckForNull Settings parameters) {
        Input {
            settings = List.copyOf(settings);
        }
    }
}
