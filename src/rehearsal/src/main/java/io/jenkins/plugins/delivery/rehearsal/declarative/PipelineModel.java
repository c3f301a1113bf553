package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** The block {@code pipeline { … }}; a section that is not written is null, or empty. */
record PipelineModel(
        Call call,
        @CheckForNull Agent agent,
        @CheckForNull Environment environment,
        @CheckForNull Stages stages,
        @CheckForNull Settings options,
        @CheckForNull Settings parameters,
        @CheckForNull Settings triggers,
        @CheckForNull Settings tools,
        @CheckForNull Settings libraries,
        @CheckForNull Post post) {

    /** The section {@code stages}, and what follows from {@code stage}s that are inside of it. */
    record Stages(ASTNode at, List<Stage> list) {
        Stages {
            list = List.copyOf(list);
        }
    }

    /** A section of calls without order among them: options, parameters, triggers, tools, libraries. */
    record Settings(Call call, List<Call> list) {
        Settings {
            list = List.copyOf(list);
        }
    }
}
