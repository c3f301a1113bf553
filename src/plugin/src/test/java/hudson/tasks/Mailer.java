package hudson.tasks;

import io.jenkins.plugins.delivery.notify.mail.Session;

/** Stands where the plugin mailer has its settings. */
public final class Mailer {
    private Mailer() {}

    public static DescriptorImpl descriptor() {
        return new DescriptorImpl();
    }

    /** The settings. */
    public static final class DescriptorImpl {
        public Session createSession() {
            return new Session();
        }
    }
}
