package io.jenkins.plugins.delivery.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.notify.Notification;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.notify.mail.Transport;
import io.jenkins.plugins.delivery.notify.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail through classes that have the names and methods of those of the plugin mailer. */
class MailNotifierTest {
    private static final Callable<ClassLoader> INSTALLED = MailNotifierTest.class::getClassLoader;

    private LocalJenkins jenkins;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        jenkins = LocalJenkins.start(home);
        Transport.SENT.clear();
        Transport.refusal = null;
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void a_mail_goes_to_all_recipients_with_words_facts_and_link() {
        new MailNotifier(List.of("ops@example.com", "qa@example.com"), INSTALLED)
                .send(news("Deploy?"))
                .join();

        assertThat(Transport.SENT).singleElement().isInstanceOfSatisfying(MimeMessage.class, mail -> {
            assertThat(mail.to).isEqualTo("ops@example.com,qa@example.com");
            assertThat(mail.subject).isEqualTo("Deploy?");
            assertThat(mail.text).contains("Waiting for 1 more person", "environment: production", "https://j/job/1/");
        });
    }

    @Test
    void item_11_a_title_adds_no_header() {
        new MailNotifier(List.of("ops@example.com"), INSTALLED)
                .send(news("Deploy?\r\nBcc: mallory@example.com"))
                .join();

        assertThat(((MimeMessage) Transport.SENT.get(0)).subject).doesNotContain("\r", "\n");
    }

    @Test
    void a_server_that_refuses_is_said_in_its_words() {
        Transport.refusal = "relaying denied";

        assertThatThrownBy(() -> new MailNotifier(List.of("ops@example.com"), INSTALLED)
                        .send(news("Deploy?"))
                        .join())
                .hasMessageContaining("e-mail failed: relaying denied");
    }

    @Test
    void without_the_plugin_mailer_it_is_said_that_it_is_missing() {
        assertThatThrownBy(() -> new MailNotifier(List.of("ops@example.com"), ClassLoader::getPlatformClassLoader)
                        .send(news("Deploy?"))
                        .join())
                .hasMessageContaining("e-mail needs the plugin mailer, which is not installed");
        assertThatThrownBy(() -> new MailNotifier(List.of(), INSTALLED)
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
