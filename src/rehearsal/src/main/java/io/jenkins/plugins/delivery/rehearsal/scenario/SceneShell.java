package io.jenkins.plugins.delivery.rehearsal.scenario;

import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks over the shoulder of each script. */
final class SceneShell implements ShellInterceptor {
    private final RehearsalSettings settings;
    private final Recording recording;
    private final Optional<ClusterLife> life;

    SceneShell(RehearsalSettings settings, Recording recording, Optional<ClusterLife> life) {
        this.settings = settings;
        this.recording = recording;
        this.life = life;
    }

    @Override
    public Optional<ShellOutcome> intercept(ShellCall call) {
        Optional<ShellOutcome> recorded = recording.find(settings.replay(), call);
        recorded.ifPresent(
                outcome -> life.ifPresent(cluster -> cluster.scriptEnded(call.script(), Path.of(call.directory()))));
        return recorded;
    }

    @Override
    public void completed(ShellCall call, ShellOutcome outcome) {
        recording.keep(settings.replay(), call, outcome);
        life.ifPresent(cluster -> cluster.scriptEnded(call.script(), Path.of(call.directory())));
    }

    @Override
    public CompletionStage<Void> settled() {
        return life.map(ClusterLife::settled).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
