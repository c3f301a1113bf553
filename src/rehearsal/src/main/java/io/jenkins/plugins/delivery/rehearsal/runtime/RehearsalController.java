package io.jenkins.plugins.delivery.rehearsal.runtime;

import io.jenkins.plugins.delivery.jenkinsapi.BackgroundThreads;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.steps.job.ConcurrentBuildsProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jenkins.model.Jenkins;

/**
 * The Jenkins controller in which rehearsals run: one per JVM at a time. A restart drops everything that it holds in memory
 * and starts it again on the same home.
 */
public final class RehearsalController implements AutoCloseable {
    private static final AtomicReference<RehearsalController> CURRENT = new AtomicReference<>();

    private final Path home;
    private final VirtualClock clock;
    private final List<Consumer<Jenkins>> onStart = new ArrayList<>();
    private final List<PipelineRun> running = new CopyOnWriteArrayList<>();
    private LocalJenkins jenkins;
    private volatile RehearsalClock steps;

    private RehearsalController(Path home, VirtualClock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** Starts a controller; {@code prepare} is called now and after each restart, for what is not kept on disk. */
    public static RehearsalController start(Path home, VirtualClock clock, Consumer<Jenkins> prepare)
            throws IOException {
        RehearsalController controller = new RehearsalController(home, clock);
        controller.onStart.add(prepare);
        CURRENT.set(controller);
        try {
            controller.boot();
        } catch (IOException | RuntimeException broken) {
            controller.close();
            throw broken;
        }
        return controller;
    }

    /** The controller that runs in this JVM. */
    public static RehearsalController get() {
        RehearsalController running = CURRENT.get();
        if (running == null) {
            throw new IllegalStateException("No rehearsal runs in this JVM");
        }
        return running;
    }

    public static boolean isRunning() {
        return CURRENT.get() != null;
    }

    private void boot() throws IOException {
        steps = new RehearsalClock(clock);
        // What steps do in the background is work too: time must not run ahead of it.
        BackgroundThreads.use(steps.io());
        jenkins = LocalJenkins.start(home, RehearsalController.class.getClassLoader());
        onStart.forEach(each -> each.accept(jenkins.jenkins()));
    }

    void restart() throws IOException {
        steps.close();
        jenkins.close();
        boot();
    }

    public Path home() {
        return home;
    }

    public VirtualClock clock() {
        return clock;
    }

    RehearsalClock steps() {
        return steps;
    }

    /** The job {@code name}, made if there is none. */
    RehearsedJob job(String name) throws IOException {
        Jenkins controller = jenkins.jenkins();
        // Not getItem: whether whoever happens to ask may see the job is not the question here.
        if (controller.getItemMap().get(name) instanceof RehearsedJob job) {
            return job;
        }
        RehearsedJob job = new RehearsedJob(controller, name);
        try {
            controller.putItem(job);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        job.save();
        return job;
    }

    /** A build wants to run; completed when its job lets it, which may end builds before it. */
    CompletableFuture<Void> began(PipelineRun run) {
        ConcurrentBuildsProperty property = run.build().getParent().getProperty(ConcurrentBuildsProperty.class);
        List<CompletableFuture<?>> before = new ArrayList<>();
        for (PipelineRun other : running) {
            if (!other.isDone()
                    && property != null
                    && other.build().getParent() == run.build().getParent()) {
                before.add(other.whenDone());
                if (property.isAbortPrevious()) {
                    other.supersede(run.build());
                }
            }
        }
        running.removeIf(PipelineRun::isDone);
        running.add(run);
        return CompletableFuture.allOf(before.toArray(new CompletableFuture<?>[0]));
    }

    @Override
    public void close() {
        BackgroundThreads.use(null);
        steps.close();
        if (jenkins != null) {
            jenkins.close();
        }
        CURRENT.set(null);
    }
}
