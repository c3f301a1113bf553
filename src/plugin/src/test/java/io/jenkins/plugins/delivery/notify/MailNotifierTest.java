package io.jenkins.plugins.delivery.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.tasks.Mailer;
import io.jenkins.plugins.delivery.engine.notify.Notification;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail through the mail library that Jenkins has as a plugin, to a server on this machine. */
class MailNotifierTest {
    private static final Callable<ClassLoader> INSTALLED = MailNotifierTest.class::getClassLoader;

    private LocalJenkins jenkins;
    private MailServer server;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        jenkins = LocalJenkins.start(home);
        server = new MailServer();
        Mailer.port = server.port();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        jenkins.close();
    }

    @Test
    void a_mail_goes_to_all_recipients_with_words_facts_and_link() {
        new MailNotifier(List.of("ops@example.com", "qa@example.com"), INSTALLED, ForkJoinPool.commonPool())
                .send(news("Deploy?"))
                .join();

        assertThat(server.heard)
                .contains(
                        "RCPT TO:<ops@example.com>",
                        "RCPT TO:<qa@example.com>",
                        "Subject: Deploy?",
                        "To: ops@example.com, qa@example.com",
                        "Waiting for 1 more person",
                        "environment: production",
                        "https://j/job/1/")
                .anyMatch(line -> line.startsWith("Content-Type: text/plain; charset=UTF-8"));
    }

    @Test
    void item_11_a_title_adds_no_header() {
        new MailNotifier(List.of("ops@example.com"), INSTALLED, ForkJoinPool.commonPool())
                .send(news("Deploy?\r\nBcc: mallory@example.com"))
                .join();

        assertThat(server.heard)
                .contains("Subject: Deploy? Bcc: mallory@example.com")
                .noneMatch(line -> line.startsWith("Bcc"))
                .doesNotContain("RCPT TO:<mallory@example.com>");
    }

    @Test
    void a_server_that_refuses_is_said_in_its_words() {
        server.refusal = "relaying denied";

        assertThatThrownBy(() -> new MailNotifier(List.of("ops@example.com"), INSTALLED, ForkJoinPool.commonPool())
                        .send(news("Deploy?"))
                        .join())
                .hasMessageContaining("e-mail failed:", "relaying denied");
    }

    @Test
    void what_the_mail_library_needs_is_found_where_the_plugins_are_and_the_thread_is_left_as_it_was() {
        AtomicReference<ClassLoader> during = new AtomicReference<>();
        ClassLoader plugins = new ClassLoader(MailNotifierTest.class.getClassLoader()) {
            @Override
            public Class<?> loadClass(String name) throws ClassNotFoundException {
                during.set(Thread.currentThread().getContextClassLoader());
                return super.loadClass(name);
            }
        };
        AtomicReference<ClassLoader> after = new AtomicReference<>();
        ClassLoader usual = ClassLoader.getPlatformClassLoader();
        Executor pool = work -> {
            Thread.currentThread().setContextClassLoader(usual);
            work.run();
            after.set(Thread.currentThread().getContextClassLoader());
        };
        CompletableFuture.runAsync(() -> new MailNotifier(List.of("ops@example.com"), () -> plugins, pool)
                        .send(news("Deploy?"))
                        .join())
                .join();

        assertThat(server.heard).contains("RCPT TO:<ops@example.com>");
        assertThat(during).hasValue(plugins);
        assertThat(after).hasValue(usual);
    }

    @Test
    void without_the_plugin_mailer_it_is_said_that_it_is_missing() {
        assertThatThrownBy(() -> new MailNotifier(
                                List.of("ops@example.com"),
                                ClassLoader::getPlatformClassLoader,
                                ForkJoinPool.commonPool())
                        .send(news("Deploy?"))
                        .join())
                .hasMessageContaining("e-mail needs the plugin mailer, which is not installed");
        assertThatThrownBy(() -> new MailNotifier(List.of(), INSTALLED, ForkJoinPool.commonPool())
                        .send(news("Deploy?"))
                        .join())
                .hasMessageContaining("no recipients");
    }

    private static Notification news(String title) {
        return new Notification(
                "approval.requested",
                title,
                "Waiting for 1 more person",
                "https://j/job/1/",
                Map.of("environment", "production"),
                Instant.parse("2026-03-01T10:00:00Z"));
    }
}
