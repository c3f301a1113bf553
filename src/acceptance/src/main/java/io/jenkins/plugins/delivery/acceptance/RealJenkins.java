package io.jenkins.plugins.delivery.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A Jenkins with the plugin in it, through all its lives. */
public final class RealJenkins implements AutoCloseable {
    private final JenkinsWar war;
    private final JenkinsHome home;
    private final PluginFolder plugins;
    private final int port;
    private final Map<String, JenkinsClient> clients = new HashMap<>();
    private JenkinsProcess process;

    private RealJenkins(JenkinsWar war, JenkinsHome home, PluginFolder plugins, int port) {
        this.war = war;
        this.home = home;
        this.plugins = plugins;
        this.port = port;
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
        int port = FreePort.of(target.port());
        RealJenkins jenkins = new RealJenkins(war, JenkinsHome.prepare(folder, plugins, ours), plugins, port);
        jenkins.process = JenkinsProcess.start(war, jenkins.home, port, JenkinsProcess.DEADLINE);
        return jenkins;
    }

    public JenkinsProcess process() {
        return process;
    }

    public JenkinsHome home() {
        return home;
    }

    public JenkinsWar war() {
        return war;
    }

    public PluginFolder plugins() {
        return plugins;
    }

    public URI url() {
        return process.url();
    }

    /** An account of the suite; nobody in particular for the empty name. */
    public JenkinsClient as(String account) {
        return clients.computeIfAbsent(account, name -> new JenkinsClient(url(), name, name));
    }

    /** Dies as by {@code kill -9} and comes back with the same home, at the same address. */
    public void killAndStart() {
        process.kill();
        start();
    }

    /** Ends in good order and comes back. */
    public void restart() {
        process.close();
        start();
    }

    private void start() {
        clients.clear();
        process = JenkinsProcess.start(war, home, port, JenkinsProcess.DEADLINE);
    }

    @Override
    public void close() {
        process.close();
    }
}
