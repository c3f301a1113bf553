package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.pages.Browser;
import io.jenkins.plugins.delivery.rehearsal.pages.BrowserTab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody in front of a browser, logged in as people do it. */
final class Person {
    /** Where people look at the pictures. */
    private static final Path PICTURES = Path.of("target/pages").toAbsolutePath();

    /** The drop-downs and checks of Jenkins say so of a page that is not all there yet, and try again. */
    private static final Pattern OF_JENKINS = Pattern.compile("Couldn't find the expected (status|validation) element");

    private static final int WIDTH = 1240;
    private static final int HIGHEST = 2400;

    private final RealJenkins jenkins;
    private final BrowserTab tab;

    Person(RealJenkins jenkins, Browser browser, String account) {
        this.jenkins = jenkins;
        this.tab = browser.open();
        tab.as(WIDTH, false).visit(jenkins.url() + "login");
        tab.evaluate("document.querySelector('[name=j_username]').value = " + BrowserTab.quoted(account)
                + ", document.querySelector('[name=j_password]').value = " + BrowserTab.quoted(account)
                + ", document.querySelector('form[name=login] [name=Submit]').click()");
        tab.await("!location.pathname.includes('login') && document.readyState === 'complete'");
        assertThat(tab.evaluate("document.head.dataset.userUrl || document.body.innerHTML")
                        .asText())
                .as("who is logged in")
                .contains("user/" + account);
    }

    BrowserTab tab() {
        return tab;
    }

    /** Goes to a page, and says what it complained of. */
    List<String> complaints(String path) {
        return complaints(path, false);
    }

    List<String> complaints(String path, boolean dark) {
        int before = tab.complaints().size();
        tab.as(WIDTH, dark).visit(jenkins.url() + path);
        // What a page asks for when it is drawn may be refused a moment later.
        tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 150)))");
        return tab.complaints().subList(before, tab.complaints().size()).stream()
                .filter(complaint -> !OF_JENKINS.matcher(complaint).find())
                .toList();
    }

    /** Of the page that is open. */
    void picture(String name) throws IOException {
        tab.screenshot(Files.createDirectories(PICTURES).resolve(name + ".png"), HIGHEST);
    }

    /** Of the page that is open, for the documentation too if {@code -Dscreenshots=docs/images} asks for it. */
    void documented(String name) throws IOException {
        picture(name);
        String images = System.getProperty("screenshots");
        if (images != null) {
            Files.copy(
                    PICTURES.resolve(name + ".png"),
                    Path.of("../..", images, "page-" + name + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
