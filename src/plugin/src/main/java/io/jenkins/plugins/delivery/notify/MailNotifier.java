package io.jenkins.plugins.delivery.notify;

import io.jenkins.plugins.delivery.engine.notify.Notification;
import io.jenkins.plugins.delivery.engine.notify.Notifier;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;

/**
 * E-mail through the plugin {@code mailer}, where it is installed. Its classes are called by their names: this plugin
 * works without it, and does not want to load a mail library where nobody mails.
 */
final class MailNotifier implements Notifier {
    private static final String MAILER = "hudson.tasks.Mailer";

    private final List<String> recipients;
    private final Callable<ClassLoader> plugins;
    private final Executor pool;

    MailNotifier(List<String> recipients) {
        this(recipients, MailNotifier::plugins, ForkJoinPool.commonPool());
    }

    /**
     * @param plugins the class loader that sees the plugin
     * @param pool whose threads wait for the mail server
     */
    MailNotifier(List<String> recipients, Callable<ClassLoader> plugins, Executor pool) {
        this.recipients = List.copyOf(recipients);
        this.plugins = plugins;
        this.pool = pool;
    }

    @Override
    public CompletableFuture<Void> send(Notification notification) {
        if (recipients.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("it has no recipients"));
        }
        return CompletableFuture.runAsync(() -> mail(subject(notification), body(notification)), pool);
    }

    /** A subject with a line break in it could add headers. */
    static String subject(Notification notification) {
        return notification.title().replaceAll("\\p{Cntrl}+", " ");
    }

    static String body(Notification notification) {
        String facts = notification.facts().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
        return notification.text() + "\n\n" + facts + "\n" + notification.link() + "\n";
    }

    private void mail(String subject, String body) {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try {
            ClassLoader loader = plugins.call();
            // Where the mail library looks for its parts: they are plugins too, which the threads of a pool do not see.
            thread.setContextClassLoader(loader);
            send(loader, subject, body);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("e-mail needs the plugin mailer, which is not installed", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("e-mail failed: " + e.getCause().getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("e-mail does not work with this release of the plugin mailer: " + e, e);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private void send(ClassLoader loader, String subject, String body) throws ReflectiveOperationException {
        Object descriptor = loader.loadClass(MAILER).getMethod("descriptor").invoke(null);
        Object session = descriptor.getClass().getMethod("createSession").invoke(descriptor);
        String api = session.getClass().getPackageName();
        Class<?> mime = loader.loadClass(api + ".internet.MimeMessage");
        Object message = mime.getConstructor(session.getClass()).newInstance(session);
        String sender = JenkinsLocationConfiguration.get().getAdminAddress();
        mime.getMethod("setFrom", String.class).invoke(message, sender);
        Class<?> kind = loader.loadClass(api + ".Message$RecipientType");
        mime.getMethod("setRecipients", kind, String.class)
                .invoke(message, kind.getField("TO").get(null), String.join(",", recipients));
        mime.getMethod("setSubject", String.class, String.class).invoke(message, subject, "UTF-8");
        mime.getMethod("setText", String.class, String.class).invoke(message, body, "UTF-8");
        loader.loadClass(api + ".Transport")
                .getMethod("send", loader.loadClass(api + ".Message"))
                .invoke(null, message);
    }

    /** The class loader that sees all plugins. */
    private static ClassLoader plugins() throws ReflectiveOperationException {
        try {
            Object manager = Jenkins.class.getMethod("getPluginManager").invoke(Jenkins.get());
            return (ClassLoader) manager.getClass().getField("uberClassLoader").get(manager);
        } catch (NoSuchMethodException e) {
            throw new ClassNotFoundException(MAILER, e);
        }
    }
}
