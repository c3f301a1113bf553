package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Binding;
import hudson.EnvVars;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.library.LibraryLoader;
import io.jenkins.plugins.delivery.rehearsal.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One life of a running pipeline: from its start, or from the restart of its controller, to its end or the next kill. Steps get
 * it with {@code context.get(PipelineExecution.class)}.
 */
public final class PipelineExecution extends FlowExecution {
    private static final ThreadLocal<PipelineExecution> LOADING = new ThreadLocal<>();

    private final PipelineRequest request;
    private final RehearsedRun run;
    private final RunLog log;
    private final Life life;
    private final Vm vm;
    private final Sandbox sandbox;
    private final ScriptCompiler compiler;
    private final Libraries libraries;
    private final Steps steps;
    private final Contexts contexts = new Contexts(this);
    private final Map<String, ScriptGlobal> globals = new LinkedHashMap<>();
    private final ProgramFile file;
    private Binding binding = new Binding();
    private Program program = new Program();
    private final Set<Cancellable> planned = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean runPlanned = new AtomicBoolean();
    private volatile boolean dead;
    private volatile boolean unsaved;
    private volatile boolean progressed;

    @CheckForNull
    private volatile StepFailure lastFailure;

    PipelineExecution(PipelineRequest request, RehearsedRun run, RunLog log, Life life) {
        this.request = request;
        this.run = run;
        this.log = log;
        this.life = life;
        this.vm = new Vm(request.jobName(), request.clock());
        this.libraries = new Libraries(this, request.libraries());
        this.compiler = new ScriptCompiler(this, request.sandbox(), request.strict());
        this.steps = new Steps(this);
        this.sandbox = new Sandbox(
                this::belongsToProgram,
                PipelineExecution::isDispatcher,
                refusal -> print(refusal + ". Administrators can decide whether to approve or reject this signature."));
        this.file = new ProgramFile(folder().resolve("program.dat"));
        for (ScriptGlobal global : ServiceLoader.load(ScriptGlobal.class, PipelineExecution.class.getClassLoader())) {
            globals.put(global.name(), global);
        }
    }

    /** What the runtime learns of a life. */
    interface Life {
        /** The program was saved; returns whether the controller dies now. */
        boolean saved(PipelineExecution execution);

        void ended(PipelineExecution execution, Outcome outcome);

        void simulated(String what);
    }

    // ---- what steps and scripts use

    public RehearsedRun run() {
        return run;
    }

    public PipelineRequest request() {
        return request;
    }

    public VirtualClock clock() {
        return request.clock();
    }

    /** The folder of the build. */
    public Path folder() {
        return run.getRootDir().toPath();
    }

    public ScriptCompiler compiler() {
        return compiler;
    }

    /** Variables that all scripts of the run share. */
    public Binding binding() {
        return binding;
    }

    public Map<String, Object> parameters() {
        return run.parameterValues();
    }

    /** Prints a line that belongs to no step. */
    public void print(String text) {
        log.print(null, text);
    }

    /** A resource of a loaded shared library, null if none has it. */
    @CheckForNull
    public Path libraryResource(String path) {
        return libraries.resource(path);
    }

    /** Loads {@code name@version} now; its classes can be used from then on. */
    public void loadLibrary(String identifier) throws IOException {
        libraries.load(identifier);
    }

    /** Compiles a script that the pipeline loads; it shares the variables of all scripts. */
    public PipelineScript loadedScript(String text) {
        return loading(this, () -> compiler.evaluated(text, binding));
    }

    /** A script from the class path of the rehearsal, transformed but not sandboxed; a new one at each call. */
    public PipelineScript trustedScript(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + resource + " beside " + beside.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return loading(this, () -> compiler.resource(text, resource, binding));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Keeps a running build from being resumed after the controller died. */
    public void blockResume(boolean blocked) {
        program.resumeBlocked = blocked;
    }

    /** Marks the stage or block at {@code node} as skipped. */
    public void markSkipped(FlowNode node) {
        NodeState state = program.graph.get(node.getId());
        for (NodeState each = state; each != null; each = program.graph.get(each.enclosing)) {
            if (each.kind == NodeState.Kind.BODY_START) {
                each.skipped = true;
                return;
            }
        }
    }

    /** A new body for {@code context} whose code is {@code script} rather than the step's block. */
    public static PipelineBodyInvoker bodyOf(
            org.jenkinsci.plugins.workflow.steps.StepContext context, PipelineScript script) {
        return ((PipelineStepContext) context).newBodyInvoker(script);
    }

    /** A new body for {@code context} that runs {@code closure}. */
    public static PipelineBodyInvoker bodyOf(
            org.jenkinsci.plugins.workflow.steps.StepContext context, groovy.lang.Closure<?> closure) {
        PipelineStepContext own = (PipelineStepContext) context;
        return new PipelineBodyInvoker(own, own.execution().program.export(closure));
    }

    /** Runs {@code task} on the program's own thread, where the state of the program may be changed. */
    public void submit(Runnable task) {
        vm.submit(() -> {
            if (!dead) {
                task.run();
                saveWhenSettled();
            }
        });
    }

    /** A state is only worth saving when nothing is on its way that the saved state would not know of. */
    private void saveWhenSettled() {
        if (unsaved && vm.isQueueEmpty()) {
            unsaved = false;
            save();
        }
    }

    /** Runs {@code task} on the program's own thread after {@code delay} of virtual time, unless the controller dies before. */
    public Cancellable schedule(Duration delay, Runnable task) {
        Cancellable entry = clock().schedule(delay, () -> submit(task));
        planned.add(entry);
        planned.removeIf(Cancellable::isDone);
        return entry;
    }

    /** Runs {@code task} on a thread for input and output; time stands still meanwhile. */
    public void inBackground(Runnable task) {
        RehearsalController.get().steps().io().execute(() -> {
            if (!dead) {
                task.run();
            }
        });
    }

    /** Whether this life is over. */
    public boolean isDead() {
        return dead;
    }

    /** A note for the end of the rehearsal: what was not done as a controller would. */
    public void simulated(String what) {
        life.simulated(what);
    }

    // ---- for the rest of the runtime

    static PipelineExecution loading() {
        return LOADING.get();
    }

    static <T> T loading(PipelineExecution execution, java.util.function.Supplier<T> code) {
        PipelineExecution before = LOADING.get();
        LOADING.set(execution);
        try {
            return code.get();
        } finally {
            LOADING.set(before);
        }
    }

    <T> T guarded(Callable<T> code) throws Exception {
        PipelineExecution before = LOADING.get();
        LOADING.set(this);
        CpsCallableInvocation.registerMismatchHandler(this::mismatch);
        try {
            return request.sandbox() ? sandbox.run(code) : code.call();
        } finally {
            CpsCallableInvocation.registerMismatchHandler(null);
            LOADING.set(before);
        }
    }

    private void mismatch(Object expectedReceiver, String expected, Object actualReceiver, String actual) {
        if (expectedReceiver instanceof org.codehaus.groovy.runtime.MethodClosure) {
            return;
        }
        print("expected to call " + className(expectedReceiver) + "." + expected + " but wound up catching "
                + className(actualReceiver) + "." + actual
                + "; see: https://jenkins.io/redirect/pipeline-cps-method-mismatches/");
    }

    private static String className(Object receiver) {
        if (receiver == null) {
            return "null";
        }
        return receiver instanceof Class<?> type
                ? type.getName()
                : receiver.getClass().getName();
    }

    private boolean belongsToProgram(Class<?> type) {
        return compiler.isProgram(type) || type.isAnnotationPresent(OfferedToScripts.class);
    }

    private static boolean isDispatcher(Object receiver) {
        return receiver instanceof PipelineScript || receiver instanceof Steps || receiver instanceof EnvGlobal;
    }

    boolean isSandboxed() {
        return request.sandbox();
    }

    boolean isStrict() {
        return request.strict();
    }

    Program program() {
        return program;
    }

    RunLog log() {
        return log;
    }

    Contexts contexts() {
        return contexts;
    }

    Steps steps() {
        return steps;
    }

    PipelineScript script() {
        return program.script;
    }

    LibraryLoader libraries() {
        return libraries;
    }

    /** Whether the program has run on in this life. */
    boolean hasProgressed() {
        return progressed;
    }

    int nextScript() {
        return ++program.scripts;
    }

    @CheckForNull
    Object global(String name) {
        Object known = program.globals.get(name);
        if (known != null) {
            return known;
        }
        try {
            ScriptGlobal global = globals.get(name);
            Object value =
                    global != null ? global.value(this) : name.equals("steps") ? steps : libraries.variable(name);
            if (value != null) {
                program.globals.put(name, value);
            }
            return value;
        } catch (Exception failure) {
            throw PipelineExecution.<RuntimeException>asIs(failure);
        }
    }

    /** Scripts see the failure itself, checked or not, as Groovy does. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asIs(Throwable failure) throws T {
        throw (T) failure;
    }

    Collection<String> globalNames() {
        Set<String> names = new TreeSet<>(globals.keySet());
        names.addAll(libraries.variables());
        return names;
    }

    EnvVars environment() {
        try {
            ProgramThread thread = ProgramThread.current();
            return contexts.environment(thread.contextVariables, thread.head);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    // ---- life

    /** Compiles the script and plans its first run; throws what a compiler throws. */
    void begin(String text) throws IOException {
        loading(this, () -> {
            try {
                libraries.loadImplicit();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            program.script = compiler.main(text, binding);
            return null;
        });
        NodeState start = add(NodeState.Kind.START, "start", null, List.of(), null, null);
        FunctionCallEnv env = new FunctionCallEnv(null, Continuation.HALT, null, null);
        env.setInvoker(ScriptInvoker.create(isSandboxed()));
        ProgramContinuable main = loading(this, () -> new ProgramContinuable(program.script, env));
        program.addThread(main, ContextSet.within(null, List.of()), start.id);
    }

    @Override
    public void start() {
        submit(this::runThreads);
    }

    /** Goes on with the program that a former life saved. */
    void resume(String text) throws IOException {
        loading(this, () -> {
            try {
                libraries.loadImplicit();
                compiler.main(text, binding);
                compiler.recompile();
                program = file.read(compiler.classes());
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            binding = program.script.getBinding();
            return null;
        });
    }

    /** Tells the steps that were running that they live again. */
    void resumeSteps() {
        submit(() -> {
            for (ProgramThread thread : program.snapshot()) {
                StepExecution step = thread.step;
                if (step != null && step.getContext() instanceof PipelineStepContext context && context.isDone()) {
                    context.wakeCaller();
                } else if (step != null) {
                    try {
                        step.onResume();
                    } catch (RuntimeException failure) {
                        step.getContext().onFailure(failure);
                    }
                }
            }
        });
        submit(() -> {
            print("Ready to run at " + java.util.Date.from(clock().instant()));
            runThreads();
        });
    }

    /** Runs the program after what waits already. */
    void scheduleRun() {
        if (runPlanned.compareAndSet(false, true)) {
            submit(this::runThreads);
        }
    }

    /** On the VM thread: runs whatever can run. */
    void runThreads() {
        runPlanned.set(false);
        boolean any = false;
        boolean changed = true;
        while (changed && !dead) {
            changed = false;
            for (ProgramThread thread : program.snapshot()) {
                if (!dead && program.threads.containsKey(thread.id) && thread.isRunnable()) {
                    Outcome end = thread.runNextChunk(this);
                    changed = true;
                    any = true;
                    if (end != null) {
                        threadEnded(thread, end);
                    }
                }
            }
        }
        unsaved |= any;
        if (any) {
            progressed = true;
        }
    }

    private void threadEnded(ProgramThread thread, Outcome end) {
        program.threads.remove(thread.id);
        if (end.getNormal() instanceof BodyEnd.BodyResult result) {
            result.body().end(thread, result.outcome(), this);
        } else if (thread.id == 0) {
            programEnded(end);
        } else if (end.isFailure()) {
            programEnded(end);
        }
    }

    /** Writes the program; if something in it cannot be written, its last thread hears of it. */
    void requestSave() {
        unsaved = true;
    }

    private void save() {
        if (dead || program.threads.isEmpty()) {
            return;
        }
        try {
            file.write(program);
            run.save();
        } catch (IOException | RuntimeException failure) {
            ProgramThread last = program.threads.lastEntry().getValue();
            last.step = null;
            last.resume(new Outcome(null, failure));
            scheduleRun();
            return;
        }
        if (life.saved(this)) {
            die();
        }
    }

    /** Nothing of this life does anything from now on. */
    void die() {
        dead = true;
        planned.forEach(Cancellable::cancel);
        vm.close();
    }

    private void programEnded(Outcome end) {
        Throwable failure = end.getAbnormal();
        if (failure instanceof FlowInterruptedException interrupted) {
            worsen(interrupted.getResult());
        } else if (failure != null) {
            worsen(Result.FAILURE);
        }
        for (ProgramThread thread : program.snapshot()) {
            program.threads.remove(thread.id);
        }
        NodeState node = add(NodeState.Kind.END, "end", null, List.of("2"), null, "2");
        if (failure != null) {
            node.actions.add(new ErrorAction(failure));
        }
        dead = true;
        life.ended(this, end);
        vm.close();
    }

    private void worsen(Result result) {
        if (result.isWorseThan(program.result)) {
            program.result = result;
        }
    }

    Result result() {
        return program.result;
    }

    // ---- interruption

    @Override
    public void interrupt(Result result, CauseOfInterruption... causes) {
        submit(() -> {
            worsen(result);
            InterruptedBuildAction action = new InterruptedBuildAction(List.of(causes));
            run.addAction(action);
            for (CauseOfInterruption cause : causes) {
                cause.print(listener());
            }
            stopInnermost(new FlowInterruptedException(result, causes));
            scheduleRun();
        });
    }

    /** Ends running steps without waiting for them to stop. */
    void terminate(String user) {
        submit(() -> {
            FlowInterruptedException cause = new FlowInterruptedException(Result.ABORTED);
            for (ProgramThread thread : innermost()) {
                if (thread.step != null) {
                    NodeState node = program.graph.get(thread.head);
                    print("Terminating " + (node == null ? "step" : node.function));
                    thread.step.getContext().onFailure(cause);
                } else {
                    thread.interruption = cause;
                }
            }
            scheduleRun();
        });
    }

    private void stopInnermost(FlowInterruptedException cause) {
        for (ProgramThread thread : innermost()) {
            thread.stop(cause, this);
        }
    }

    private List<ProgramThread> innermost() {
        List<ProgramThread> inner = new ArrayList<>();
        for (ProgramThread thread : program.snapshot()) {
            boolean hasBodies =
                    program.threads.values().stream().anyMatch(other -> other != thread && isInside(other, thread));
            if (!hasBodies) {
                inner.add(thread);
            }
        }
        return inner;
    }

    private boolean isInside(ProgramThread inner, ProgramThread outer) {
        String step = outer.step != null && outer.step.getContext() instanceof PipelineStepContext context
                ? context.nodeId
                : null;
        for (NodeState node = program.graph.get(inner.head);
                step != null && node != null;
                node = program.graph.get(node.enclosing)) {
            if (node.id.equals(step)) {
                return true;
            }
        }
        return false;
    }

    private NodeListener listener() {
        try {
            return contexts.listener(null, null);
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // ---- graph

    NodeState stepStarted(ProgramThread thread, String function, boolean block, StepArguments arguments) {
        NodeState.Kind kind = block ? NodeState.Kind.STEP_START : NodeState.Kind.ATOM;
        NodeState node = add(kind, function, null, List.of(thread.head), enclosing(thread), null);
        node.arguments = arguments.summary();
        thread.head = node.id;
        request.observer().stepStarted(node.id, stageOf(node), function, node.arguments, clock().instant());
        return node;
    }

    void stepEnded(ProgramThread thread, String nodeId, boolean block, @CheckForNull Throwable failure) {
        NodeState node = program.graph.get(nodeId);
        if (block) {
            NodeState end =
                    add(NodeState.Kind.STEP_END, node.function, null, List.of(thread.head), node.enclosing, nodeId);
            thread.head = end.id;
            fail(end, failure);
        } else {
            fail(node, failure);
        }
        node.finishedAt = clock().millis();
        request.observer().stepFinished(nodeId, node.function, failure, clock().instant());
    }

    /** A step that failed later than it was called has nothing of the program on its stack: the program knows the call. */
    void failedAt(Throwable failure, List<StackTraceElement> stack) {
        StepFailure known = lastFailure;
        if (known == null || known.error() != failure) {
            lastFailure = new StepFailure(
                    failure,
                    stack.stream().filter(Errors::isPipelineCode).findFirst().orElse(null));
        }
    }

    /** Where the step was called whose failure this is; null where nothing is known. */
    @CheckForNull
    StackTraceElement placeOf(@CheckForNull Throwable failure) {
        StepFailure known = lastFailure;
        return known == null || known.error() != failure ? null : known.call();
    }

    private record StepFailure(
            Throwable error, @CheckForNull StackTraceElement call) {}

    private static void fail(NodeState node, Throwable failure) {
        if (failure != null) {
            node.actions.add(new ErrorAction(failure));
        }
    }

    NodeState bodyStarted(PipelineStepContext owner, @CheckForNull String label, boolean branch) {
        NodeState step = program.graph.get(owner.nodeId);
        NodeState node = add(NodeState.Kind.BODY_START, step.function, label, List.of(step.id), step.id, null);
        node.branch = branch;
        if (isStage(node)) {
            request.observer().stageStarted(node.id, stageOf(step), stageName(node), branch, clock().instant());
        }
        return node;
    }

    NodeState bodyEnded(
            ProgramThread thread, String startId, PipelineStepContext owner, @CheckForNull Throwable failure) {
        NodeState start = program.graph.get(startId);
        NodeState end =
                add(NodeState.Kind.BODY_END, start.function, null, List.of(thread.head), start.enclosing, startId);
        fail(end, failure);
        start.finishedAt = clock().millis();
        ProgramThread parent = owner.thread();
        if (parent != null) {
            parent.head = end.id;
        }
        if (isStage(start)) {
            StageState state = StageTree.stateOf(program.graph, start);
            request.observer().stageFinished(startId, stageName(start), state, clock().instant());
        }
        return end;
    }

    private String enclosing(ProgramThread thread) {
        NodeState head = program.graph.get(thread.head);
        boolean opens = head.kind == NodeState.Kind.BODY_START || head.kind == NodeState.Kind.START;
        return opens ? head.id : head.enclosing;
    }

    static boolean isStage(NodeState node) {
        return node.kind == NodeState.Kind.BODY_START
                && node.label != null
                && (node.branch || node.function.equals("stage"));
    }

    static String stageName(NodeState node) {
        String label = java.util.Objects.requireNonNull(node.label);
        return node.branch ? label.substring("Branch: ".length()) : label;
    }

    @CheckForNull
    private String stageOf(NodeState node) {
        for (NodeState each = node; each != null; each = program.graph.get(each.enclosing)) {
            if (isStage(each)) {
                return each.id;
            }
        }
        return null;
    }

    private NodeState add(
            NodeState.Kind kind, String function, String label, List<String> parents, String enclosing, String start) {
        NodeState node = program.graph.add(kind, function, label, parents, enclosing, start, clock().millis());
        log.pipeline(node.id, node.logLine());
        return node;
    }

    // ---- FlowExecution

    @Override
    public FlowExecutionOwner getOwner() {
        return new PipelineOwner(run.getExternalizableId());
    }

    @Override
    public List<FlowNode> getCurrentHeads() {
        List<FlowNode> heads = new ArrayList<>();
        program.snapshot().forEach(thread -> heads.add(getNode(thread.head)));
        return heads;
    }

    public com.google.common.util.concurrent.ListenableFuture<List<StepExecution>> getCurrentExecutions(
            boolean innerMostOnly) {
        List<StepExecution> running = new ArrayList<>();
        for (ProgramThread thread : innerMostOnly ? innermost() : program.snapshot()) {
            if (thread.step != null) {
                running.add(thread.step);
            }
        }
        return com.google.common.util.concurrent.Futures.immediateFuture(running);
    }

    @Override
    public boolean isCurrentHead(FlowNode node) {
        return program.snapshot().stream().anyMatch(thread -> thread.head.equals(node.getId()));
    }

    @Override
    public void addListener(GraphListener listener) {
        throw new UnsupportedOperationException("Observers of a rehearsal listen with RunObserver");
    }

    @Override
    public boolean isComplete() {
        return !run.isBuilding();
    }

    @Override
    @CheckForNull
    public FlowNode getNode(@CheckForNull String id) {
        NodeState state = program.graph.get(id);
        return state == null ? null : state.node(this);
    }

    void whenLogged(Consumer<LogLine> listener) {
        log.listen(listener);
    }
}
