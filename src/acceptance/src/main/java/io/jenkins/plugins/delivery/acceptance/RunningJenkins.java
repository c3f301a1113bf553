package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be true of a Jenkins that runs already before anything is tried on it. */
final class RunningJenkins {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int OK = 200;

    private final AcceptanceTarget.Running target;
    private final JenkinsClient client;

    RunningJenkins(AcceptanceTarget.Running target) {
        this.target = target;
        this.client = new JenkinsClient(target.url(), target.user(), target.token());
    }

    /**
     * Its plugins, once it has been seen that it answers, that the token is an administrator's, and that the plugin under test is
     * active in the version that was built, where one was built.
     *
     * @throws AcceptanceException with a sentence about the first of these that is not so
     */
    PluginFolder plugins(String ours, Optional<PluginArchive> built) {
        checkToken();
        List<PluginArchive> plugins = new ArrayList<>();
        client.json("pluginManager/api/json?tree=plugins[shortName,version,active]")
                .path("plugins")
                .forEach(plugin -> {
                    if (plugin.path("active").asBoolean()) {
                        plugins.add(archive(plugin));
                    }
                });
        PluginFolder active = PluginFolder.of(plugins);
        checkPlugin(active.plugin(ours), ours, built);
        return active;
    }

    private void checkToken() {
        JenkinsClient.Answer who = ask("whoAmI/api/json");
        if (who.status() == UNAUTHORIZED || who.status() == FORBIDDEN) {
            throw new AcceptanceException("-Djenkins.token is refused by " + target.url() + " (" + who.status() + "): "
                    + target.user() + " makes one under " + target.url() + "user/" + target.user() + "/security/.");
        }
        if (who.status() != OK || !who.headers().containsKey("x-jenkins")) {
            throw new AcceptanceException("-Djenkins.url=" + target.url() + " is no Jenkins: it answered "
                    + who.status() + "; give its root, such as http://localhost:8080/jenkins/.");
        }
        JenkinsClient.Answer script = client.get("script");
        if (script.status() != OK) {
            throw new AcceptanceException("-Djenkins.token has to be an administrator's, and " + target.user()
                    + " is none on " + target.url() + " (" + script.status() + " for script).");
        }
    }

    private JenkinsClient.Answer ask(String path) {
        try {
            return client.get(path);
        } catch (AcceptanceException e) {
            throw new AcceptanceException(
                    "-Djenkins.url=" + target.url() + " cannot be reached: " + reason(e)
                            + "; start that Jenkins, or name another one.",
                    e);
        }
    }

    private static String reason(AcceptanceException e) {
        Throwable cause = e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private void checkPlugin(Optional<PluginArchive> there, String ours, Optional<PluginArchive> built) {
        String version = there.map(PluginArchive::version)
                .orElseThrow(() -> new AcceptanceException(ours + " is not installed or not active on " + target.url()
                        + ": upload "
                        + built.map(PluginArchive::file).map(Path::toString).orElse("the built .hpi")
                        + " under " + target.url() + "pluginManager/advanced, and restart."));
        if (built.isPresent() && !version.equals(built.get().version())) {
            throw new AcceptanceException(ours + " is " + version + " on " + target.url() + ", but "
                    + built.get().version() + " was built here: upload "
                    + built.get().file() + ", and restart.");
        }
    }

    private static PluginArchive archive(JsonNode plugin) {
        return new PluginArchive(
                Path.of("."),
                plugin.path("shortName").asText(),
                plugin.path("version").asText(),
                "",
                List.of());
    }
}
