package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.rehearsal.runtime.ProgramPlace;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.ChangeLog;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.RunSource;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** What the interpreter of declarative pipelines asks of the run it is in. Has no state, since a run may move to another process. */
public final class DeclarativeRun implements Serializable {
    public static final String NO_AGENT =
            "Attempted to execute a step that requires a node context while ‘agent none’ was"
                    + " specified. Be sure to specify your own ‘node { ... }’ blocks when using ‘agent none’.";

    private static final long serialVersionUID = 1;

    private static Run<?, ?> run() throws IOException, InterruptedException {
        return ProgramPlace.here().execution().run();
    }

    /** Sets the job's properties from sections of the pipeline; null if a section is not there. */
    public void configure(Map<String, ?> options, @CheckForNull List<?> parameters, @CheckForNull List<?> triggers)
            throws Exception {
        JobConfiguration.apply(run().getParent(), options, parameters, triggers);
    }

    public void print(String line) throws IOException, InterruptedException {
        ProgramPlace.here().listener().getLogger().println(line);
    }

    public void printFailure(String line, Throwable failure) throws IOException, InterruptedException {
        print(line);
        ProgramPlace.here().printTrace(failure);
        print("");
    }

    /** Notes what a failure means for the build; a branch that ends because another one failed means nothing. */
    public void failed(Throwable failure) throws IOException, InterruptedException {
        boolean bystander = failure instanceof FlowInterruptedException interrupted
                && interrupted.getCauses().stream()
                        .anyMatch(cause -> cause.getClass().getSimpleName().startsWith("FailFast"));
        if (!bystander) {
            FailedStage.note(run(), PostConditions.resultOf(failure));
        }
    }

    public boolean isUnstable() throws IOException, InterruptedException {
        return run().getResult() == Result.UNSTABLE;
    }

    /** @param node a node inside of the stage */
    public void markSkipped(FlowNode node) throws IOException, InterruptedException {
        ProgramPlace.here().execution().markSkipped(node);
    }

    public boolean meets(String condition, @CheckForNull Throwable failure, boolean ofStage)
            throws IOException, InterruptedException {
        PostConditions conditions =
                ofStage ? PostConditions.ofStage(run(), failure) : PostConditions.ofPipeline(run(), failure);
        return conditions.holds(condition);
    }

    public boolean reactsToAny(Map<String, ?> reactions, @CheckForNull Throwable failure)
            throws IOException, InterruptedException {
        PostConditions conditions = PostConditions.ofPipeline(run(), failure);
        return reactions.keySet().stream().anyMatch(conditions::holds);
    }

    public boolean hasSource() throws IOException, InterruptedException {
        return RunSource.of(run()).isPresent();
    }

    /** Why the list of changes is empty, null if it is not. */
    @CheckForNull
    public String doubtAboutChanges() throws IOException, InterruptedException {
        if (!ChangeLog.of(run()).changes().isEmpty()) {
            return null;
        }
        return "Warning, empty changelog. "
                + (run().getPreviousBuild() == null
                        ? "Probably because this is the first build."
                        : "Have you run checkout?");
    }

    /** @param environment the variable {@code env} */
    public boolean holds(String condition, Object arguments, Object environment)
            throws IOException, InterruptedException {
        return new WhenConditions(run(), name -> {
                    Object value = InvokerHelper.getProperty(environment, name);
                    return value == null ? null : value.toString();
                })
                .holds(condition, arguments);
    }

    public List<Map<String, Object>> cells(Map<String, ?> stage) {
        return MatrixCells.of(stage);
    }

    public static boolean needsAgent(MissingContextVariableException missing) {
        return Stream.of(FilePath.class, Launcher.class, Computer.class)
                .anyMatch(type -> type.isAssignableFrom(missing.getType()));
    }

    /** True for agents that a plugin would start: containers, pods. */
    public static boolean isStarted(String agent) {
        return KnownSymbols.STARTED_AGENTS.contains(agent);
    }

    /** {@code NAME=value} for each variable. */
    public static List<String> bindings(@CheckForNull Map<?, ?> variables) {
        List<String> bindings = new ArrayList<>();
        if (variables != null) {
            variables.forEach((name, value) -> bindings.add(name + "=" + value));
        }
        return bindings;
    }

    /** The variables that an answer to {@code input} sets, whatever form it has. */
    public static List<String> answers(@CheckForNull Object answer, Map<String, ?> arguments) {
        if (answer == null) {
            return List.of();
        }
        return answer instanceof Map<?, ?> several ? bindings(several) : List.of(soleAnswer(arguments) + "=" + answer);
    }

    private static String soleAnswer(Map<String, ?> arguments) {
        if (arguments.get("parameters") instanceof Collection<?> parameters
                && !parameters.isEmpty()
                && parameters.iterator().next() instanceof UninstantiatedDescribable parameter) {
            return String.valueOf(parameter.getArguments().get("name"));
        }
        return String.valueOf(arguments.get("submitterParameter"));
    }

    /** Bindings for {@code withCredentials}, in the order in which Jenkins binds the variables: that of a hash set. */
    public static List<UninstantiatedDescribable> credentials(List<Map<String, String>> secrets) {
        Map<String, String> ids = new LinkedHashMap<>();
        secrets.forEach(secret -> ids.put(secret.get("name"), secret.get("id")));
        Set<String> names = new HashSet<>(ids.keySet());
        List<UninstantiatedDescribable> bindings = new ArrayList<>();
        names.forEach(name -> bindings.add(new UninstantiatedDescribable(
                "environmentCredential", null, Map.of("credentialsId", ids.get(name), "variable", name))));
        return bindings;
    }
}
