package hudson.tasks;

import jakarta.mail.Session;
import java.util.Properties;

/** Stands where the plugin mailer has its settings, which come to a session of the real mail library. */
public final class Mailer {
    /** Port of the mail server on this machine. */
    public static volatile int port;

    private Mailer() {}

    public static DescriptorImpl descriptor() {
        return new DescriptorImpl();
    }

    /** The settings. */
    public static final class DescriptorImpl {
        public Session createSession() {
            Properties settings = new Properties();
            settings.setProperty("mail.smtp.host", "127.0.0.1");
            settings.setProperty("mail.smtp.port", Integer.toString(port));
            settings.setProperty("mail.smtp.timeout", "10000");
            return Session.getInstance(settings);
        }
    }
}
