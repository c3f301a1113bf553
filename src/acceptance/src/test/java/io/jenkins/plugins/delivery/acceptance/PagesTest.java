package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.pages.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of ours inside a real Jenkins, in both of its layouts and in light and dark, with its policy in force. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("changes the layout of people and the policy of the pages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final String LAYOUT = """
            import jenkins.model.experimentalflags.*
            def flags = [:]
            ExtensionList.lookup(UserExperimentalFlag).each { if (it instanceof BooleanUserExperimentalFlag) flags[it.flagKey] = '%s' }
            ['admin', 'approver'].each {
              def user = hudson.model.User.getById(it, false)
              user.addProperty(new UserExperimentalFlagsProperty(flags))
              user.save()
            }
            print flags.size()
            """;

    private static final String POLICY = """
            try {
              def policy = Jenkins.get().pluginManager.uberClassLoader.loadClass('jenkins.security.csp.impl.CspConfiguration')
              ExtensionList.lookupSingleton(policy).enforce = true
              print 'in force'
            } catch (ClassNotFoundException e) { print 'none' }
            """;

    /** Pages of one build with everything, of its job and of Jenkins. */
    private static final int AT_LEAST = 15;

    private RealJenkins jenkins;
    private Cluster cluster;
    private FullBuild build;
    private Browser browser;
    private Person admin;

    private Path folder;
    /** Whether Jenkins has a dark theme. */
    private boolean isDark;

    @BeforeAll
    void start(RealJenkins shared, Cluster own, @TempDir Path profiles) throws Exception {
        folder = profiles;
        assumeTrue(Browser.present(), Browser.SKIPPED);
        jenkins = shared;
        cluster = own;
        jenkins.as("admin").script(POLICY);
        isDark = Theme.asTheSystem(jenkins);
        build = FullBuild.run(jenkins, cluster, "pages");
        browser = Browser.start(folder.resolve("admin"));
        admin = new Person(jenkins, browser, "admin");
    }

    @AfterAll
    void end() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "new layout {0}, dark {1}")
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void nothingIsForbiddenAndNothingFails(boolean layout, boolean dark) throws IOException {
        jenkins.as("admin").script(LAYOUT.formatted(layout));
        List<String> complaints = new ArrayList<>();
        List<FullBuild.Place> pages = pages();
        assertThat(pages).hasSizeGreaterThan(AT_LEAST);

        for (FullBuild.Place page : pages) {
            List<String> heard = admin.complaints(page.path(), dark);
            heard.forEach(one -> complaints.add(page.path() + ": " + one));
            admin.picture(page.name() + (layout ? "-new" : "-classic") + (dark ? "-dark" : "-light"));
        }

        assertThat(complaints).isEmpty();
        if (isDark || !dark) {
            admin.complaints(build.path(), dark);
            admin.documented("build-" + (layout ? "new" : "classic") + (dark ? "-dark" : "-light"));
        }
    }

    /** Ours, and those of Jenkins that show something of ours. */
    private List<FullBuild.Place> pages() {
        Stream<FullBuild.Place> ours = build.places(jenkins).stream().filter(place -> isPage(place.path()));
        Stream<FullBuild.Place> theirs = Stream.of(
                        build.path(), "job/pages/", "job/pages/pipeline-syntax/", "manage/", "")
                .map(path -> new FullBuild.Place(path, List.of()));
        return Stream.concat(ours, theirs).toList();
    }

    /** Some have routes alone; what is broken is no reason to leave a page out. */
    private boolean isPage(String path) {
        int status = jenkins.as("admin").get(path).status();
        assertThat(status).as(path).isIn(200, 404);
        return status == 200;
    }

    @Test
    void thePolicyOfJenkinsIsInForce() {
        String policy = jenkins.as("admin").get("environments/").headers().getOrDefault("content-security-policy", "");

        assertThat(policy).as("needs a Jenkins with a policy for its pages").contains("script-src", "'self'");
    }

    @Test
    void anotherPersonApprovesOnThePageAndTheFlowGoesOnWhileItIsLookedAt() throws Exception {
        FullBuild gate = FullBuild.run(jenkins, cluster, "clicked");
        try (Browser own = Browser.start(folder.resolve("approver"))) {
            Person approver = new Person(jenkins, own, "approver");
            String approvals = approver.complaints("approvals/").toString();
            String page = approver.tab().text();

            admin.complaints(gate.path() + "delivery/");
            admin.tab().await("document.querySelector('.pd-flow [aria-current=step]')?.innerText.includes('Approve')");
            approver.complaints(gate.path() + "approval-production/");
            approver.tab().evaluate("document.querySelector('#pd-approval-reason').value = 'Seen on the page.'");
            approver.tab().evaluate("document.querySelector('#pd-approval-approve').click()");
            Builds.Ended ended = new Builds(jenkins.as("admin")).end("clicked", gate.number());
            approver.tab().await("document.body.innerText.includes('Seen on the page.')");
            admin.tab().await("!document.querySelector('.pd-flow [aria-current=step], .pd-live')");
            admin.tab().await("document.body.innerText.includes('Approved by')");

            assertThat(approvals).isEqualTo("[]");
            assertThat(page).contains("clicked");
            assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
            assertThat(jenkins.as("admin")
                            .json(gate.path() + "approval-production/json")
                            .toString())
                    .contains("\"approver\"", "Seen on the page.");
        }
    }
}
