package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each item of the checklist in the guide has an example, and the example does what its row says. */
class ChecklistTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Path GUIDE = DOCS.resolve("library.md");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./examples/[^)]*Jenkinsfile)\\)");
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+):");
    private static final Pattern STAGE = Pattern.compile("(?m)^\\| ([A-Z][a-z ]+) \\| `\\w+` \\| o");
    private static final Set<String> ELSEWHERE = Set.of("a job of its own", "any", "around Production");

    private record Item(String name, String step, String stage, List<String> jenkinsfiles) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String guide() throws IOException {
        return Files.readString(GUIDE);
    }

    static Stream<Item> items() throws IOException {
        String guide = guide();
        int from = guide.indexOf("## The delivery checklist");
        return guide.substring(from, guide.indexOf("\n## ", from))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.split("\\|"))
                .map(cells -> new Item(cells[1].strip(), cells[2].strip(), cells[3].strip(), links(cells[4])));
    }

    private static List<String> links(String cell) {
        return LINK.matcher(cell).results().map(link -> link.group(1)).toList();
    }

    private static Set<String> known() throws IOException {
        Set<String> known = Var.all().stream().map(Var::name).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> pages = Files.list(DOCS.resolve("steps"))) {
            pages.forEach(page -> known.add(page.getFileName().toString().replace(".md", "")));
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("items")
    void itsExamplesCallWhatTheRowNames(Item item) throws IOException {
        assertThat(item.jenkinsfiles()).as("examples").isNotEmpty();
        StringBuilder all = new StringBuilder();
        for (String jenkinsfile : item.jenkinsfiles()) {
            all.append(Files.readString(DOCS.resolve(jenkinsfile)));
        }
        Set<String> known = known();
        List<String> named = CODE.matcher(item.step())
                .results()
                .map(code -> code.group(1))
                .filter(code ->
                        known.contains(firstWord(code)) || firstWord(code).equals("triggers"))
                .toList();
        assertThat(named).as("steps in the row").isNotEmpty();
        for (String code : named) {
            String step = firstWord(code);
            assertThat(calls(all.toString(), step)).as(step).isTrue();
            ARGUMENT.matcher(code).results().map(MatchResult::group).forEach(argument -> assertThat(all)
                    .contains(argument));
        }
    }

    private static String firstWord(String code) {
        return code.split("\\W", 2)[0];
    }

    /** By itself, or because {@code deliveryPipeline} does. */
    private static boolean calls(String jenkinsfiles, String step) throws IOException {
        Pattern call = Pattern.compile("\\b" + step + "\\b");
        if (call.matcher(jenkinsfiles).find()) {
            return true;
        }
        return jenkinsfiles.contains("deliveryPipeline")
                && call.matcher(Files.readString(Path.of("../../vars/deliveryPipeline.groovy")))
                        .find();
    }

    @ParameterizedTest
    @MethodSource("items")
    void itNamesAStageOfTheFlow(Item item) throws IOException {
        Set<String> stages = new TreeSet<>(ELSEWHERE);
        Matcher stage = STAGE.matcher(guide());
        while (stage.find()) {
            stages.add(stage.group(1));
        }
        assertThat(stages).contains("Lint", "Production", "Release notes");
        assertThat(stages).anySatisfy(known -> assertThat(item.stage()).startsWith(known));
    }

    /** A good course, and one that is not. */
    @ParameterizedTest
    @MethodSource("items")
    void itsExamplesAreRehearsedForBetterAndForWorse(Item item) throws IOException {
        for (String jenkinsfile : item.jenkinsfiles()) {
            try (Stream<Path> files = Files.list(DOCS.resolve(jenkinsfile).resolveSibling("scenarios"))) {
                List<Boolean> good =
                        files.map(ChecklistTest::endsWell).distinct().toList();
                assertThat(good).as(jenkinsfile).contains(true, false);
            }
        }
    }

    private static boolean endsWell(Path scenario) {
        try {
            return Files.readString(scenario).contains("result: SUCCESS");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingThatIsExpectedOfADeliveryPipelineIsLeftOut() throws IOException {
        assertThat(items().map(Item::name))
                .contains(
                        "triggers",
                        "lint",
                        "unit tests",
                        "integration tests",
                        "end-to-end tests",
                        "coverage",
                        "dependency, secret and static scans",
                        "image scan",
                        "infrastructure scan",
                        "build, tag, push",
                        "provisioning",
                        "migrations",
                        "smoke tests",
                        "approvals",
                        "windows and freezes",
                        "blue-green",
                        "canary",
                        "rolling",
                        "automatic rollback",
                        "manual rollback",
                        "verification",
                        "notification",
                        "release notes",
                        "metrics",
                        "backups",
                        "disaster recovery",
                        "runbooks");
    }
}
