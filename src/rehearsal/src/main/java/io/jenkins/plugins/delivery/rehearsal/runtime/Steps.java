package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Continuable;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.GroovyObjectSupport;
import hudson.model.TaskListener;
import java.util.Map;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Turns the calls of a script into steps. Scripts know it as {@code steps}. */
@OfferedToScripts
public final class Steps extends GroovyObjectSupport implements java.io.Serializable {
    private static final long serialVersionUID = 1;
    private transient PipelineExecution execution;
    private transient KnownNames known;

    Steps(PipelineExecution execution) {
        this.execution = execution;
    }

    @Override
    public Object invokeMethod(String name, Object args) {
        StepDescriptor descriptor = descriptors().get(name);
        if (descriptor != null) {
            return call(descriptor, name, args);
        }
        if (known().isSymbol(name)) {
            return describable(name, args);
        }
        throw new NoSuchMethodError(known().unknownStep(name, execution.isStrict(), execution.globalNames()));
    }

    @Override
    public Object getProperty(String name) {
        return execution.script().getProperty(name);
    }

    Map<String, StepDescriptor> descriptors() {
        return known().steps();
    }

    private KnownNames known() {
        if (known == null) {
            known = KnownNames.load();
        }
        return known;
    }

    private static UninstantiatedDescribable describable(String symbol, Object args) {
        StepArguments arguments = StepArguments.parse(args, false, UninstantiatedDescribable.ANONYMOUS_KEY, false);
        return new UninstantiatedDescribable(symbol, null, arguments.named());
    }

    private Object call(StepDescriptor descriptor, String name, Object args) {
        ProgramThread thread = ProgramThread.current();
        boolean block = descriptor.takesImplicitBlockArgument();
        StepArguments arguments = parse(descriptor, args, block);
        Integer body = arguments.body() == null ? null : execution.program().export(arguments.body());
        NodeState node = execution.stepStarted(thread, name, block, arguments);
        PipelineStepContext context = new PipelineStepContext(execution, thread.id, node.id, body, block);
        if (endsAtOnce(descriptor, arguments, thread, context)) {
            return replay(context.finishNow(thread));
        }
        return Continuable.suspend(name, new PendingStep(context));
    }

    private static StepArguments parse(StepDescriptor descriptor, Object args, boolean block) {
        if (takesOwnArguments(descriptor)) {
            return StepArguments.parse(args, block, null, false);
        }
        DescribableModel<?> model = DescribableModel.of(descriptor.clazz);
        DescribableParameter sole = model.getFirstRequiredParameter();
        boolean soleOnly = model.getParameters().size() == 1 && sole != null;
        return StepArguments.parse(args, block, sole == null ? soleName(model) : sole.getName(), soleOnly);
    }

    /** Whether the descriptor reads arguments that follow no class: {@code parallel a: {…}, b: {…}}. */
    static boolean takesOwnArguments(StepDescriptor descriptor) {
        try {
            return descriptor.getClass().getMethod("newInstance", Map.class).getDeclaringClass()
                    != StepDescriptor.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @CheckForNull
    private static String soleName(DescribableModel<?> model) {
        return model.getParameters().size() == 1
                ? model.getParameters().iterator().next().getName()
                : null;
    }

    /**
     * Starts the step. One that says it goes on in the background is waited for even if it has ended by now: what it
     * ended with comes from another thread and knows nothing of the program, which has to be left to know where it is.
     */
    private boolean endsAtOnce(
            StepDescriptor descriptor, StepArguments arguments, ProgramThread thread, PipelineStepContext context) {
        try {
            if (thread.interruption != null) {
                Throwable cause = thread.interruption;
                thread.interruption = null;
                throw cause;
            }
            TaskListener listener = context.get(TaskListener.class);
            new SecretWarnings(context).check(descriptor.getFunctionName(), arguments);
            if (execution.isStrict()) {
                StepSchemaCheck.check(descriptor, arguments);
            }
            Step step = instantiate(descriptor, arguments, listener);
            descriptor.checkContextAvailability(context);
            StepExecution running = step.start(context);
            thread.step = running;
            if (running instanceof SynchronousNonBlockingStepExecution) {
                context.working(execution.clock().work(descriptor.getFunctionName()));
            }
            boolean done = running.start();
            if (done && !context.isDone()) {
                throw new IllegalStateException(descriptor.getFunctionName()
                        + " says that it is done but gave no result; this is a defect of the step");
            }
            return done;
        } catch (Throwable failure) {
            context.onFailure(KnownNames.translated(failure, descriptor.clazz, execution.isStrict()));
            return true;
        }
    }

    private Step instantiate(StepDescriptor descriptor, StepArguments arguments, TaskListener listener)
            throws Exception {
        if (takesOwnArguments(descriptor)) {
            return descriptor.newInstance(arguments.named());
        }
        TaskListener renaming = KnownNames.translating(listener, descriptor.clazz);
        return (Step) DescribableModel.of(descriptor.clazz).instantiate(arguments.named(), renaming);
    }

    private static Object replay(com.cloudbees.groovy.cps.Outcome outcome) {
        if (outcome.isFailure()) {
            throw sneaky(outcome.getAbnormal());
        }
        return outcome.getNormal();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    /** Names of steps in alphabetical order. */
    public TreeSet<String> names() {
        return new TreeSet<>(descriptors().keySet());
    }

    private Object readResolve() {
        execution = PipelineExecution.loading();
        return this;
    }
}
