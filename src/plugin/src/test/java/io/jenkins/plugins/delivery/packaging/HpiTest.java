package io.jenkins.plugins.delivery.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.delivery.jenkinsapi.signatures.RecordedSignatures;
import io.jenkins.plugins.delivery.linkage.ClassFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** Opens the .hpi after it has been packaged. */
class HpiTest {
    private static final Path FILE = Path.of(System.getProperty("hpi", "target/progressive-delivery.hpi"));
    private static final String VERSION = System.getProperty("hpi.version", "0.1.0");
    private static final String JAR = "progressive-delivery.jar";

    private final Hpi hpi;
    private final Hpi jar;

    HpiTest() throws Exception {
        hpi = Hpi.open(FILE);
        jar = hpi.jars().get(JAR);
    }

    @Test
    void itHasTheLayoutThatJenkinsUnpacks() {
        assertThat(hpi.entries.keySet().stream().filter(each -> !each.endsWith("/")))
                .startsWith("META-INF/MANIFEST.MF")
                .contains("WEB-INF/licenses.xml", "js/main.js", "css/delivery.css")
                .allMatch(each ->
                        each.matches("META-INF/MANIFEST.MF|WEB-INF/licenses.xml|WEB-INF/lib/[^/]+\\.jar|[^/.]+/.*"));
        assertThat(hpi.entries).doesNotContainKey("WEB-INF/classes/");
    }

    @Test
    void itIsBelowThreeMegabytes() throws Exception {
        assertThat(Files.size(FILE)).isLessThan(3 * 1024 * 1024);
    }

    @Test
    void itsManifestSaysWhatCoreReads() throws Exception {
        assertThat(hpi.manifest())
                .contains(
                        entry("Group-Id", "io.jenkins.plugins"),
                        entry("Artifact-Id", "progressive-delivery"),
                        entry("Short-Name", "progressive-delivery"),
                        entry("Long-Name", "Progressive Delivery"),
                        entry("Url", "https://github.com/jenkinsci/progressive-delivery-plugin"),
                        entry("Plugin-Version", VERSION),
                        entry("Jenkins-Version", System.getProperty("hpi.jenkins.version", "2.541.3")),
                        entry("Hudson-Version", System.getProperty("hpi.jenkins.version", "2.541.3")),
                        entry("Plugin-License-Name", "MIT License"),
                        entry("Plugin-License-Url", "https://opensource.org/licenses/MIT"),
                        entry("Plugin-ScmUrl", "https://github.com/jenkinsci/progressive-delivery-plugin"),
                        entry("Implementation-Title", "Progressive Delivery"),
                        entry("Implementation-Version", VERSION),
                        entry("Specification-Title", "Progressive Delivery"))
                .containsKeys("Plugin-Developers", "Plugin-ScmTag", "Specification-Version", "Plugin-Dependencies")
                .doesNotContainKeys("Extension-Name", "Minimum-Java-Version");
        assertThat(hpi.manifest().values()).noneMatch(each -> each.contains("${"));
    }

    @Test
    void theJarInsideHasTheSameManifest() throws Exception {
        assertThat(withoutTools(jar.manifest())).isEqualTo(withoutTools(hpi.manifest()));
    }

    private static SortedMap<String, String> withoutTools(SortedMap<String, String> manifest) {
        manifest.keySet().removeAll(List.of("Created-By", "Build-Jdk-Spec", "Java-Version"));
        return manifest;
    }

    @Test
    void itDependsOnThePluginsWhoseTypesItUsesAndOnNoOther() throws Exception {
        Providers providers = new Providers(recorded());
        ours().flatMap(each -> each.classes().values().stream())
                .map(ClassFile::new)
                .forEach(each -> each.types().forEach(providers::need));
        if (jar.classes().values().stream().anyMatch(each -> mentions(each, "plugin-ionicons-api"))) {
            providers.plugins.add("ionicons-api");
        }
        if (jar.entries.values().stream().anyMatch(each -> mentions(each, "/plugin/echarts-api/"))) {
            providers.plugins.add("echarts-api");
        }

        assertThat(providers.nobody)
                .as("types that neither core nor a plugin brings")
                .isEmpty();
        assertThat(dependencies().keySet()).isEqualTo(providers.plugins);
        assertThat(dependencies().values()).allMatch(each -> each.matches("[0-9][\\w.-]*(;resolution:=optional)?"));
    }

    @Test
    void aControllerTakesWhatOurClassesAnswerFromAnAgent() throws Exception {
        for (Hpi each : ours().toList()) {
            assertThat(each.manifest())
                    .satisfiesAnyOf(
                            plugin -> assertThat(plugin).containsKeys("Short-Name", "Jenkins-Version"),
                            library -> assertThat(library).containsEntry("Jenkins-ClassFilter-Whitelisted", "true"));
        }
    }

    /** The jars of this project. */
    private Stream<Hpi> ours() {
        return hpi.jars().entrySet().stream()
                .filter(each -> each.getKey().equals(JAR) || each.getKey().startsWith("delivery-"))
                .map(Map.Entry::getValue);
    }

    private static String version(String jar) {
        return jar.startsWith("delivery-") || jar.equals(JAR) ? VERSION : jar.replaceAll(".*?-([0-9].*)\\.jar$", "$1");
    }

    private Map<String, String> dependencies() throws Exception {
        Map<String, String> versions = new TreeMap<>();
        Arrays.stream(hpi.manifest().get("Plugin-Dependencies").split(","))
                .map(each -> each.split(":", 2))
                .forEach(each -> versions.put(each[0], each[1]));
        return versions;
    }

    private static boolean mentions(byte[] classFile, String text) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains(text);
    }

    private static RecordedSignatures recorded() throws Exception {
        return RecordedSignatures.read(
                Path.of(HpiTest.class.getResource("/recorded/README.txt").toURI())
                        .getParent());
    }

    @Test
    void itDescribesItselfAtTheRootOfTheJar() {
        assertThat(new String(jar.entries.get("index.jelly"), StandardCharsets.UTF_8))
                .startsWith("<?jelly escape-by-default='true'?>")
                .contains("canary");
    }

    @Test
    void eachExtensionIsInTheIndexAndCanBeMade() {
        SortedSet<String> extensions = annotated("hudson.Extension");
        assertThat(extensions).hasSizeGreaterThan(5);
        assertThat(ExtensionIndex.read(jar.entries.get("META-INF/annotations/hudson.Extension")))
                .isEqualTo(extensions);
        assertThat(classes(each -> each.has("hudson.Extension")
                        && ((each.access & Opcodes.ACC_PUBLIC) == 0
                                || (each.access & Opcodes.ACC_ABSTRACT) != 0
                                || each.inner
                                || !each.defaultConstructor)))
                .isEmpty();
    }

    @Test
    void eachSymbolIsInItsIndex() {
        SortedSet<String> symbols = annotated("org.jenkinsci.Symbol");
        assertThat(symbols).isNotEmpty();
        assertThat(new String(jar.entries.get("META-INF/annotations/org.jenkinsci.Symbol"), StandardCharsets.UTF_8)
                        .lines())
                .containsExactlyElementsOf(symbols);
    }

    @Test
    void eachDataBoundConstructorSaysHowItsParametersAreCalled() {
        assertThat(jar.classes().values().stream().map(AnnotatedClass::read).flatMap(each -> each.nameless.stream()))
                .isEmpty();
    }

    private SortedSet<String> annotated(String annotation) {
        return classes(each -> each.has(annotation));
    }

    private SortedSet<String> classes(Predicate<AnnotatedClass> wanted) {
        SortedSet<String> names = new TreeSet<>();
        jar.classes().values().stream().map(AnnotatedClass::read).filter(wanted).forEach(each -> names.add(each.name));
        return names;
    }

    @Test
    void besideOurOwnCodeItBundlesOnlyWhatNoPluginBrings() {
        assertThat(hpi.jars().keySet().stream().map(each -> each.replaceAll("-[0-9].*jar$", "")))
                .containsExactlyInAnyOrder("itu", "json-schema-validator", "delivery-engine", JAR);
        assertThat(ours().flatMap(each -> each.classes().keySet().stream()))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("io/jenkins/plugins/delivery/"))
                .noneMatch(each -> each.startsWith("io/jenkins/plugins/delivery/jenkinsapi/"))
                .noneMatch(each -> each.startsWith("io/jenkins/plugins/delivery/rehearsal/"));
    }

    @Test
    void itSaysTheLicenceOfEachJar() {
        String licences = new String(hpi.entries.get("WEB-INF/licenses.xml"), StandardCharsets.UTF_8);
        assertThat(hpi.jars().keySet()).allSatisfy(each -> {
            String artifact = each.replaceAll("(-[0-9].*)?\\.jar$", "");
            assertThat(licences).contains("artifactId=\"" + artifact + "\" version=\"" + version(each) + "\"");
        });
        assertThat(licences.split("<l:dependency ", -1)).hasSize(hpi.jars().size() + 1);
        assertThat(licences.split("<l:license name=\"", -1)).hasSize(hpi.jars().size() + 1);
        assertThat(licences).doesNotContain("${");
    }

    @Test
    void nothingInItTellsWhenItWasBuilt() {
        var built = OffsetDateTime.parse(System.getProperty("hpi.timestamp", "2026-01-01T00:00:00Z"))
                .toLocalDateTime();
        assertThat(hpi.times.values()).containsOnly(built);
        ours().forEach(each -> assertThat(each.times.values()).containsOnly(built));
    }
}
