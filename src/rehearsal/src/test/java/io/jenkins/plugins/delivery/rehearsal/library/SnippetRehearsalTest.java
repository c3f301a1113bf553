package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Jenkinsfile of the documents gets through: one after the other, on one controller and one cluster. {@code -Dsnippets=all} rehearses those too
 * that take long, and the pieces that stand for themselves only with what the text around them says.
 */
@Timeout(120)
class SnippetRehearsalTest {
    private static final Pattern SIGNATURE =
            Pattern.compile("(?m)^(?:List|Map|String|boolean|void) (\\w+(?:\\.\\w+)?\\()");
    private static final Pattern WHOLE = Pattern.compile("(?m)^(pipeline|node|deliveryPipeline) \\{");
    /** All, or those of these documents, separated by commas; where nothing is said, whole Jenkinsfiles that build no image. */
    private static final String CHOSEN = System.getProperty("snippets", "");

    /** The error that a piece is there to show, as a comment after it. */
    private static final Pattern REFUSAL = Pattern.compile("(?m)^// (\\w+: .+)$");

    /** Those that are not rehearsed here, and why. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "docs/guardian.md, snippet 1",
            "the guardian is a program of its own, which GuardianImageTest and GuardianProcessTest let run");

    /** Those that wait for what no scenario says, and how they end. */
    private static final Map<String, String> ENDS = Map.of("pauseAt: [50]", "nobody decided at 50 % within 4m");

    @TempDir
    static Path folder;

    private static Guide guide;
    private static int number;

    @BeforeAll
    @Timeout(120)
    static void open() throws Exception {
        assumeTrue(
                Programs.has("python3"),
                "Skipped: there is no python3 on the PATH that the shop of the documents could run with");
        assumeTrue(Programs.has("curl"), "Skipped: there is no curl on the PATH to push images with");
        guide = new Guide(folder);
        PipelineOutcome seed = guide.run("seed", Files.readString(Guide.FILES.resolve("seed.Jenkinsfile")), Map.of());
        assertThat(seed.error()).as(seed.text()).isNull();
    }

    @AfterAll
    static void close() {
        if (guide != null) {
            guide.close();
        }
    }

    /** Each once. Those that go back come first: later ones leave a database that an earlier version does not work with. */
    static Stream<Snippet> snippets() {
        Set<String> seen = new HashSet<>();
        return Snippet.all().stream()
                .filter(SnippetRehearsalTest::isChosen)
                .filter(snippet -> !ELSEWHERE.containsKey(snippet.place()))
                .filter(snippet -> seen.add(snippet.code()))
                .sorted(Comparator.comparing(snippet -> !snippet.code().contains("rollbackDeploy")));
    }

    private static boolean isChosen(Snippet snippet) {
        if (CHOSEN.isEmpty()) {
            return WHOLE.matcher(snippet.code()).find() && !snippet.code().contains("deliveryPipeline {");
        }
        return CHOSEN.equals("all") || Stream.of(CHOSEN.split(",")).anyMatch(snippet.place()::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void getsThrough(Snippet snippet) {
        String script = onThisMachine(whole(snippet.code()), ++number);
        boolean builds = snippet.code().contains("buildImage");
        String version = builds ? "1.5.0-" + number : number % 2 == 0 ? "1.4.8" : "1.4.9";
        PipelineOutcome outcome = guide.run("shop", script, Map.of("VERSION", version));
        Matcher refusal = REFUSAL.matcher(snippet.code());
        if (refusal.find()) {
            assertThat(outcome.error()).isEqualTo(refusal.group(1));
            return;
        }
        for (String waiting : ENDS.keySet()) {
            if (snippet.code().contains(waiting)) {
                assertThat(outcome.error()).endsWith(ENDS.get(waiting));
                return;
            }
        }
        assertThat(outcome.error()).as(script + "\n" + outcome.text()).isNull();
        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void nothingIsLeftOutThatIsNotSaid() {
        assertThat(Snippet.all()).extracting(Snippet::place).containsAll(ELSEWHERE.keySet());
        assertThat(ELSEWHERE).hasSize(1);
        assertThat(snippets()).hasSizeGreaterThanOrEqualTo(CHOSEN.isEmpty() ? 4 : 1);
    }

    /** Addresses that are examples become some of this machine, and a version is built but once. */
    private static String onThisMachine(String script, int number) {
        String local = script.replace("https://staging.example.com", guide.staging())
                .replace("http://localhost:8080", guide.staging())
                .replace("db.staging:5432", guide.listening())
                .replace("pauseTimeout: '4h'", "pauseTimeout: '4m'");
        if (script.contains("blueGreenDeploy")) {
            return local.replace("app: 'shop'", "app: 'till'");
        }
        return script.contains("buildImage")
                ? local.replace("version: '1.5.0'", "version: '1.5.0-" + number + "'")
                : local;
    }

    /** What stands for itself is left as it is; what is a piece gets around it what the text around it says. */
    private static String whole(String code) {
        if (Pattern.compile("(?m)^(pipeline|node|deliveryPipeline) \\{")
                .matcher(code)
                .find()) {
            return code;
        }
        String before = "node {\n checkout scm\n sh 'rm -f .migrated'\n" + Presupposed.by(code);
        if (code.startsWith("metrics:")) {
            return before
                    + "canaryPromote(environment: 'production', app: 'shop', manifests: 'deploy/manifests/*.yaml', router: 'nginx',"
                    + " weights: [50, 100], interval: '2m', image: \"registry.example.com/shop:${VERSION}\",\n" + code
                    + ") { }\n}";
        }
        if (code.startsWith("post {")) {
            return "pipeline {\n agent any\n stages { stage('Smoke') { steps {"
                    + " smokeTest url: 'https://staging.example.com', checks: [[path: '/healthz']] } } }\n" + code
                    + "}";
        }
        return before + SIGNATURE.matcher(code).replaceAll("$1") + "\n}";
    }
}
