package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Jenkins with the plugin in it, through all its lives; or one that ran before, of which only this life is known. */
public final class RealJenkins implements AutoCloseable {
    /** The plugin under test. */
    public static final String OURS = "progressive-delivery";

    private static final String RECORDS = """
            def format = new java.text.SimpleDateFormat('yyyy-MM-dd HH:mm:ss.SSSZ')
            Jenkins.logRecords.reverse().each {
              println format.format(new Date(it.millis)) + ' [id=' + it.longThreadID + ']\\t' + it.level + '\\t' + it.loggerName \
            + ': ' + new java.util.logging.SimpleFormatter().formatMessage(it)
              if (it.thrown) println hudson.Functions.printThrowable(it.thrown)
            }
            null
            """;

    private final URI url;
    private final PluginFolder plugins;
    private final Map<String, JenkinsClient> clients = new HashMap<>();
    private final Lives lives;

    /** What is known of a Jenkins that the suite started. */
    private static final class Lives {
        private final JenkinsWar war;
        private final JenkinsHome home;
        private final Duration deadline;
        private JenkinsProcess process;

        Lives(JenkinsWar war, JenkinsHome home, int port, Duration deadline) {
            this.deadline = deadline;
            this.war = war;
            this.home = home;
            this.process = JenkinsProcess.start(war, home, port, deadline);
        }

        void again() {
            process = JenkinsProcess.start(war, home, process.url().getPort(), deadline);
        }
    }

    private RealJenkins(URI url, PluginFolder plugins, Lives lives) {
        this.url = url;
        this.plugins = plugins;
        this.lives = lives;
    }

    /**
     * Checks all that can be checked, prepares a home in an empty folder, and starts.
     *
     * @param hpi the plugin under test
     * @throws AcceptanceException when something is missing, too old, taken or does not come up
     */
    public static RealJenkins start(AcceptanceTarget.Managed target, Path hpi, Path folder) {
        JenkinsWar war = JenkinsWar.read(target.war());
        war.check(Runtime.version());
        PluginFolder plugins = PluginFolder.read(target.plugins());
        PluginArchive ours = PluginArchive.read(hpi);
        plugins.check(ours);
        war.check(ours);
        int port = FreePort.of(target.port());
        Lives lives = new Lives(war, JenkinsHome.prepare(folder, plugins, ours), port, target.deadline());
        return new RealJenkins(lives.process.url(), plugins, lives);
    }

    /**
     * One that runs already.
     *
     * @param built the plugin under test, where it was built here
     * @throws AcceptanceException when it does not answer, refuses the token, or has another version of the plugin or none
     */
    public static RealJenkins join(AcceptanceTarget.Running target, Optional<Path> built) {
        PluginFolder plugins = new RunningJenkins(target).plugins(OURS, built.map(PluginArchive::read));
        RealJenkins jenkins = new RealJenkins(target.url(), plugins, null);
        jenkins.clients.put("admin", new JenkinsClient(target.url(), target.user(), target.token()));
        return jenkins;
    }

    /** Whether the suite started it, and may do with it what it likes. */
    public boolean isOurs() {
        return lives != null;
    }

    private Lives own() {
        if (lives == null) {
            throw new AcceptanceException(
                    url + " ran before: it is neither restarted nor killed, and its files are not looked at;"
                            + " -Djenkins.war=<file> names one that may be.");
        }
        return lives;
    }

    public JenkinsProcess process() {
        return own().process;
    }

    public JenkinsHome home() {
        return own().home;
    }

    public JenkinsWar war() {
        return own().war;
    }

    public PluginFolder plugins() {
        return plugins;
    }

    public URI url() {
        return url;
    }

    /** What it has logged; of one that ran before, as far as it remembers. */
    public List<String> log() {
        return lives == null ? as("admin").script(RECORDS).lines().toList() : lives.process.log();
    }

    /** An account of the suite; nobody in particular for the empty name. */
    public JenkinsClient as(String account) {
        return clients.computeIfAbsent(account, name -> {
            if (!name.isEmpty()) {
                own();
            }
            return new JenkinsClient(url, name, name);
        });
    }

    /** Dies as by {@code kill -9} and comes back with the same home, at the same address. */
    public void killAndStart() {
        process().kill();
        startAgain();
    }

    /** Ends in good order and comes back. */
    public void restart() {
        process().close();
        startAgain();
    }

    /** Ends, and comes back with this plugin in the place of its present version. */
    public void restartWith(Path hpi) {
        PluginArchive plugin = PluginArchive.read(hpi);
        plugins.check(plugin);
        process().close();
        try {
            home().install(plugin);
        } catch (IOException e) {
            throw new AcceptanceException(hpi + " could not be installed: " + e.getMessage(), e);
        }
        startAgain();
    }

    /** Ends, and comes back without the plugin under test. */
    public void restartWithout() {
        process().close();
        try {
            home().uninstall(OURS);
        } catch (IOException e) {
            throw new AcceptanceException(OURS + " could not be uninstalled: " + e.getMessage(), e);
        }
        startAgain();
    }

    private void startAgain() {
        clients.clear();
        own().again();
    }

    /** Ends, and whatever its lives have started ends with it. */
    @Override
    public void close() {
        if (lives != null) {
            lives.process.close();
            LeftOvers.end(lives.home.folder());
        }
    }
}
