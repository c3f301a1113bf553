package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.pages.Browser;
import io.jenkins.plugins.delivery.rehearsal.pages.BrowserTab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The settings as an administrator sees them in a browser, with a value in every field. */
@ExtendWith(WithJenkins.class)
@NeedsWar("fills every setting")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsPageTest {
    private static final Path EVERY_SETTING =
            Path.of("../plugin/src/test/resources/io/jenkins/plugins/delivery/config/every-setting.xml");
    private static final String PAGE = "manage/progressive-delivery/";
    /** Every list has been asked for its entries and has one chosen. */
    private static final String READY = "document.readyState === 'complete'"
            + " && [...document.querySelectorAll('.repeated-chunk select')].every(one => one.value !== '' || one.options.length)"
            + " && [...document.querySelectorAll('select[name=\"_.colour\"]')].some(one => one.value === 'red')";

    private RealJenkins jenkins;
    private Browser browser;
    private Person admin;
    private BrowserTab tab;
    private Path file;

    @BeforeAll
    void start(RealJenkins shared, @TempDir Path folder) throws IOException {
        jenkins = shared;
        assumeTrue(Browser.present(), Browser.SKIPPED);
        file = jenkins.home().folder().resolve("io.jenkins.plugins.delivery.config.DeliveryConfiguration.xml");
        load();
        browser = Browser.start(folder.resolve("profile"));
        admin = new Person(jenkins, browser, "admin");
        tab = admin.tab();
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
            assertThat(jenkins.as("admin").script(ConfigurationAsCodeTest.NOTHING))
                    .isEqualTo("empty");
        }
    }

    @Test
    void whatIsSavedFromTheFormIsWhatItShowed() throws Exception {
        String before = open();
        Files.delete(file);

        save();

        Builds.until("the settings are saved", () -> Files.exists(file));
        assertThat(settings()).isEqualTo(before);
        assertThat(tab.complaints())
                .as("thrown or forbidden")
                .noneMatch(complaint -> complaint.startsWith("exception:") || complaint.startsWith("policy:"));
    }

    @Test
    void thePageHasTheThemeOfJenkins() throws Exception {
        List<String> grounds = new ArrayList<>();
        for (boolean dark : Theme.asTheSystem(jenkins) ? List.of(false, true) : List.of(false)) {
            tab.as(1240, dark);
            open();
            admin.documented("settings" + (dark ? "-dark" : "-light"));
            grounds.add(tab.evaluate("getComputedStyle(document.body).backgroundColor")
                    .asText());
        }
        assertThat(grounds).doesNotHaveDuplicates();
    }

    @Test
    void aFieldSaysWhatIsWrongWithItWhileItIsTyped() throws Exception {
        open();

        type("zone", "Europe/Berln");
        tab.await("document.body.innerText.includes(\"did you mean 'Europe/Berlin'?\")");
    }

    @Test
    void whatCannotBeUsedIsSaidAndChangesNothing() throws Exception {
        String before = open();

        type("promotedFrom", "production");
        save();
        tab.await("document.body.innerText.includes('no release would ever get there, because it goes in a circle')");

        assertThat(settings()).isEqualTo(before);
        assertThat(jenkins.as("admin").script("""
                println io.jenkins.plugins.delivery.config.DeliveryConfiguration.get().environmentsInOrder()*.name
                """)).isEqualTo("[staging, production]");
    }

    @Test
    void theButtonsSayWhyWhatIsSetDoesNotWork() throws Exception {
        open();

        type("server", "http://127.0.0.1:1");
        type("caCertificate", "");
        tab.evaluate(
                "[...document.querySelectorAll('.repeated-chunk button')].filter(one => one.innerText.trim() === 'Test')[0].click()");
        tab.await("document.body.innerText.includes('There is no credential')");
    }

    /** The page with all fields, and what they were filled from. */
    private String open() throws IOException {
        load();
        tab.go(jenkins.url() + PAGE, READY);
        return settings();
    }

    /** Into the first field of that name, as a person does. */
    private void type(String field, String text) {
        tab.evaluate("(one => { one.value = " + BrowserTab.quoted(text)
                + "; for (const event of ['input', 'change', 'blur']) one.dispatchEvent(new Event(event, {bubbles: true})); })"
                + "([...document.querySelectorAll('.repeated-chunk [name=\"_." + field + "\"]')][0])");
    }

    private void load() throws IOException {
        Files.copy(EVERY_SETTING, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String loaded = jenkins.as("admin").script("""
                import io.jenkins.plugins.delivery.config.*
                DeliveryConfiguration.get().load()
                DeliveryConfiguration.get().save()
                println DeliveryConfiguration.get().environments*.name.join(' ')
                """);
        assertThat(loaded).isEqualTo("staging production");
    }

    private void save() {
        tab.evaluate("document.querySelector('form[name=config] button[name=Submit]').click()");
    }

    private String settings() throws IOException {
        return Files.readString(file);
    }
}
