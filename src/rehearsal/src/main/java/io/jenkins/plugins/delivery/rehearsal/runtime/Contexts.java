package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.ConsoleLogFilter;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.DynamicContext;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Finds what a step asks of its context. */
final class Contexts {
    private final PipelineExecution execution;

    Contexts(PipelineExecution execution) {
        this.execution = execution;
    }

    @CheckForNull
    <T> T get(Class<T> type, @CheckForNull ContextSet set, @CheckForNull String nodeId)
            throws IOException, InterruptedException {
        Object value = find(type, set, nodeId);
        return value == null ? null : type.cast(value);
    }

    @CheckForNull
    private Object find(Class<?> type, ContextSet set, String nodeId) throws IOException, InterruptedException {
        if (type == TaskListener.class || type == hudson.model.BuildListener.class) {
            return listener(set, nodeId);
        }
        if (type == EnvVars.class) {
            return environment(set, nodeId);
        }
        if (type == FilePath.class) {
            FolderContext folder = set == null ? null : set.get(FolderContext.class);
            return folder == null ? null : new FilePath(new File(folder.path()));
        }
        if (FlowNode.class.isAssignableFrom(type)) {
            return execution.getNode(nodeId);
        }
        if (type.isAssignableFrom(RehearsedRun.class) && Run.class.isAssignableFrom(type)) {
            return execution.run();
        }
        if (Job.class.isAssignableFrom(type)) {
            return execution.run().getParent();
        }
        if (FlowExecution.class.isAssignableFrom(type)) {
            return execution;
        }
        Object given = set == null ? null : set.get(type);
        return given != null ? given : ofNode(type, set, nodeId);
    }

    private Object ofNode(Class<?> type, ContextSet set, String nodeId) throws IOException, InterruptedException {
        boolean onNode = set != null && set.get(NodeContext.class) != null;
        if (onNode && type == Launcher.class) {
            return Jenkins.get().createLauncher(listener(set, nodeId));
        }
        if (onNode && type == Computer.class) {
            return Jenkins.get().toComputer();
        }
        if (onNode && type.isAssignableFrom(Jenkins.class) && Node.class.isAssignableFrom(type)) {
            return Jenkins.get();
        }
        for (DynamicContext dynamic : ExtensionList.lookup(DynamicContext.class)) {
            Object found = dynamic.get(type, delegate(set, nodeId, type));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private DynamicContext.DelegatedContext delegate(ContextSet set, String nodeId, Class<?> asked) {
        return new DynamicContext.DelegatedContext() {
            @Override
            public <U> U get(Class<U> other) throws IOException, InterruptedException {
                return other == asked ? null : Contexts.this.get(other, set, nodeId);
            }
        };
    }

    NodeListener listener(@CheckForNull ContextSet set, @CheckForNull String nodeId)
            throws IOException, InterruptedException {
        List<ConsoleLogFilter> filters = set == null ? List.of() : set.all(ConsoleLogFilter.class);
        return NodeListener.to(execution.log(), nodeId, execution.run(), filters);
    }

    EnvVars environment(@CheckForNull ContextSet set, @CheckForNull String nodeId)
            throws IOException, InterruptedException {
        EnvVars variables = execution.run().getEnvironment(listener(set, nodeId));
        if (set != null) {
            for (EnvVars given : set.all(EnvVars.class)) {
                variables.putAll(given);
            }
            variables.putAll(execution.run().assigned());
            for (EnvironmentExpander expander : set.all(EnvironmentExpander.class)) {
                expander.expand(variables);
            }
        }
        return variables;
    }
}
