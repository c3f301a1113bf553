package io.jenkins.plugins.delivery.rehearsal.library;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor.FormException;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.rehearsal.ExampleLibrary;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.LibrarySource;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.RehearsalController;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** Runs a script with this project's shared library, sandboxed as a folder's library is. */
final class Rehearsed {
    private final Path folder;
    private ShellInterceptor shell = ShellInterceptor.NONE;
    private KillPlan kill = KillPlan.none();
    private final List<Credentials> credentials = new ArrayList<>();
    private final List<String> environments = new ArrayList<>();

    Rehearsed(Path folder) {
        this.folder = folder;
    }

    Rehearsed shell(ShellInterceptor interceptor) {
        shell = interceptor;
        return this;
    }

    Rehearsed killed(KillPlan plan) {
        kill = plan;
        return this;
    }

    /** Gives the controller user name and password. */
    Rehearsed login(String id, String user, String password) throws FormException {
        credentials.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, "", user, password));
        return this;
    }

    /** Gives the controller a secret text. */
    Rehearsed secret(String id, String text) {
        credentials.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString(text)));
        return this;
    }

    /** Names environments in the settings of the controller. */
    Rehearsed environments(String... names) {
        environments.addAll(List.of(names));
        return this;
    }

    /** Puts a file into the workspace. */
    Rehearsed file(String name, String text) throws IOException {
        Path file = workspace().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Path workspace() {
        return folder.resolve("workspace");
    }

    private void settings() {
        SystemCredentialsProvider.getInstance().getCredentials().addAll(credentials);
        DeliveryConfiguration.get()
                .setEnvironments(
                        environments.stream().map(EnvironmentSettings::new).toList());
    }

    PipelineOutcome run(String script) throws IOException, InterruptedException {
        Files.createDirectories(workspace());
        Path root = folder.resolve("library");
        ExampleLibrary.into(root);
        try (VirtualClock clock = new VirtualClock();
                RehearsalController controller =
                        RehearsalController.start(folder.resolve("home"), clock, jenkins -> settings())) {
            return new PipelineRuntime()
                    .run(PipelineRequest.ofScript(script)
                            .workspace(workspace())
                            .home(controller.home())
                            .libraries(List.of(new LibrarySource("delivery", root, "main", true, false)))
                            .shell(shell)
                            .kill(kill)
                            .clock(clock)
                            .build());
        }
    }
}
