package io.jenkins.plugins.delivery.acceptance;

import java.util.Base64;

/** Leaves a Jenkins that others use as it was: our settings get their former values, and the suite's jobs go. */
final class Guest implements AutoCloseable {
    private static final String READ = """
            import io.jenkins.plugins.delivery.config.DeliveryConfiguration
            def file = DeliveryConfiguration.get().configFile.file
            print(file.exists() ? file.bytes.encodeBase64() : '')
            """;

    private static final String RESTORE = """
            import io.jenkins.plugins.delivery.config.DeliveryConfiguration
            def was = '%s'
            def settings = DeliveryConfiguration.get()
            def file = settings.configFile.file
            settings.reset()
            if (was) { file.bytes = was.decodeBase64(); settings.load() } else { file.delete() }
            def jobs = Jenkins.get().getAllItems(hudson.model.Job).findAll { it.description == '%s' }
            jobs.each { job -> job.builds.findAll { it.building }*.doKill() }
            jobs*.delete()
            print 'restored'
            """;

    private final RealJenkins jenkins;
    private final String settings;

    Guest(RealJenkins jenkins) {
        this.jenkins = jenkins;
        this.settings = jenkins.as("admin").script(READ);
        if (!settings.isEmpty() && Base64.getDecoder().decode(settings).length == 0) {
            throw new AcceptanceException("The settings of " + jenkins.url() + " could not be read: " + settings);
        }
    }

    @Override
    public void close() {
        String said = jenkins.as("admin").script(RESTORE.formatted(settings, Builds.MARK));
        if (!said.equals("restored")) {
            throw new AcceptanceException("The settings and jobs of " + jenkins.url() + " were not restored: " + said);
        }
    }
}
