package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong before any Jenkins runs is said in a sentence, and leaves no process behind. */
class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void noneWasNamed() {
        assertThat(AcceptanceTarget.of(name -> null))
                .isInstanceOfSatisfying(AcceptanceTarget.None.class, none -> assertThat(none.reason())
                        .contains("-Djenkins.war=<file>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jenkins.war=/not/there.war,jenkins.plugins=. | -Djenkins.war=/not/there.war is not there",
                "jenkins.war=pom.xml | needs -Djenkins.plugins=<folder>",
                "jenkins.war=pom.xml,jenkins.plugins=/not/there | -Djenkins.plugins=/not/there is not a folder",
                "jenkins.plugins=. | needs -Djenkins.war=<jenkins.war>",
                "jenkins.war=pom.xml,jenkins.url=http://localhost/ | give one of them",
                "jenkins.url=http://localhost/ | needs -Djenkins.token=<user>:<API token>",
                "jenkins.url=nonsense,jenkins.token=a:b | is no address",
                "jenkins.url=http:// x,jenkins.token=a:b | is no address",
                "jenkins.url=ftp://localhost/,jenkins.token=a:b | is no address",
                "jenkins.url=http://localhost/,jenkins.user=a | needs -Djenkins.token=<user>:<API token>",
                "jenkins.war=pom.xml,jenkins.plugins=.,jenkins.port=http | is no port",
                "jenkins.war=pom.xml,jenkins.plugins=.,jenkins.port=70000 | is no port",
                "jenkins.war=pom.xml,jenkins.plugins=.,jenkins.deadline=4m | -Djenkins.deadline=4m is no time",
                "jenkins.war=pom.xml,jenkins.plugins=.,jenkins.deadline=0 | is no time",
            })
    void whatIsNamedByHalf(String properties, String message) {
        Map<String, String> given = java.util.Arrays.stream(properties.split(","))
                .map(one -> one.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        assertThatThrownBy(() -> AcceptanceTarget.of(given::get))
                .isInstanceOf(AcceptanceException.class)
                .hasMessageContaining(message);
    }

    @Test
    void pluginsThatAreAbsentOrTooOldAreNamed() throws IOException {
        PluginArchive ours = PluginArchive.read(plugin(
                "ours", "1.0", "structs:362.va_b_695ef4fdf9,credentials:1511.v2e3,checks-api:1;resolution:=optional"));
        plugin("structs", "350.v1", "variant:70.v1");

        assertThatThrownBy(() -> PluginFolder.read(folder).check(ours))
                .hasMessageContaining("ours needs structs 362.va_b_695ef4fdf9 or newer, but it is 350.v1")
                .hasMessageContaining("ours needs credentials 1511.v2e3 or newer, which is absent")
                .hasMessageContaining("structs needs variant 70.v1 or newer, which is absent")
                .hasMessageNotContaining("checks-api");
    }

    @Test
    void aFolderWithoutPlugins() {
        assertThatThrownBy(() -> PluginFolder.read(folder)).hasMessageContaining("holds no .hpi or .jpi file");
    }

    @Test
    void aFileThatIsNoPlugin() throws IOException {
        Files.writeString(folder.resolve("broken.hpi"), "nothing");

        assertThatThrownBy(() -> PluginFolder.read(folder))
                .hasMessageContaining("broken.hpi cannot be read as a plugin");
    }

    @Test
    void aJavaThatIsTooOldForTheWar() throws IOException {
        JenkinsWar war = JenkinsWar.read(war("2.600", new byte[0], 44 + 99));

        assertThatThrownBy(() -> war.check(Runtime.version()))
                .hasMessageContaining("Jenkins 2.600 needs Java 99 or newer");
    }

    @Test
    void aWarThatIsTooOldForThePlugin() throws IOException {
        JenkinsWar war = JenkinsWar.read(war("2.541.2", new byte[0], 44 + 17));
        PluginArchive ours = new PluginArchive(Path.of("built.hpi"), "ours", "1.0", "2.541.3", List.of());

        assertThatThrownBy(() -> war.check(ours)).hasMessageContaining("ours needs Jenkins 2.541.3 or newer, but");
        JenkinsWar.read(war("2.541.3", new byte[0], 44 + 17)).check(ours);
    }

    @Test
    void aWarThatIsNone() throws IOException {
        Path file = plugin("some", "1", "");

        assertThatThrownBy(() -> JenkinsWar.read(file)).hasMessageContaining("is no jenkins.war");
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> FreePort.of(taken.getLocalPort()))
                    .hasMessageContaining("-Djenkins.port=" + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void aJenkinsThatEndsWhileItStartsShowsItsLastLines() throws IOException {
        Path java = Files.writeString(folder.resolve("Main.java"), """
                package executable;
                public class Main {
                    public static void main(String[] args) { System.out.println("no room on the disk"); System.exit(7); }
                }
                """);
        JenkinsWar war = JenkinsWar.read(war("2.541.3", compiled(java), 0));

        assertThatThrownBy(() -> JenkinsProcess.start(war, home(), FreePort.of(0), Duration.ofSeconds(60)))
                .hasMessageContaining("Jenkins ended with 7")
                .hasMessageContaining("no room on the disk");
    }

    @Test
    void aJenkinsThatDoesNotComeUpIsEndedAndShowsItsLastLines() throws IOException {
        Path java = Files.writeString(folder.resolve("Main.java"), """
                package executable;
                public class Main {
                    public static void main(String[] args) throws Exception {
                        System.out.println("still thinking");
                        Thread.currentThread().join();
                    }
                }
                """);
        JenkinsWar war = JenkinsWar.read(war("2.541.3", compiled(java), 0));
        long before = ProcessHandle.current().children().count();

        assertThatThrownBy(() -> JenkinsProcess.start(war, home(), FreePort.of(0), Duration.ofSeconds(2)))
                .hasMessageContaining("did not come up within 2 s")
                .hasMessageContaining("still thinking");
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }

    @Test
    void aJenkinsWhoseSuiteIsKilledEndsToo() throws Exception {
        Path java = Files.writeString(folder.resolve("Main.java"), """
                package executable;
                public class Main {
                    public static void main(String[] args) throws Exception {
                        System.out.println("I am " + ProcessHandle.current().pid());
                        Thread.currentThread().join();
                    }
                }
                """);
        Path war = war("2.541.3", compiled(java), 0);
        Path log = Files.createFile(folder.resolve("home.log"));
        Process suite = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        war.toString(),
                        home().folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("suite.log").toFile())
                .start();
        Builds.until("the process of Jenkins has begun", () -> read(log).contains("I am "));
        ProcessHandle jenkins = ProcessHandle.of(Long.parseLong(read(log).replaceAll("(?s).*I am (\\d+).*", "$1")))
                .orElseThrow();

        suite.destroyForcibly().waitFor();

        jenkins.onExit().get(30, TimeUnit.SECONDS);
        assertThat(jenkins.isAlive()).isFalse();
    }

    /** What the suite does, in a process that can be killed. */
    static final class Starter {
        public static void main(String[] arguments) {
            JenkinsProcess.start(
                    JenkinsWar.read(Path.of(arguments[0])),
                    JenkinsHome.of(Path.of(arguments[1])),
                    FreePort.of(0),
                    Duration.ofSeconds(60));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JenkinsHome home() throws IOException {
        return JenkinsHome.of(Files.createDirectories(folder.resolve("home")));
    }

    private static byte[] compiled(Path java) throws IOException {
        javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", java.getParent().toString(), java.toString());
        return Files.readAllBytes(java.resolveSibling("executable").resolve("Main.class"));
    }

    private Path plugin(String name, String version, String dependencies) throws IOException {
        Manifest manifest = manifest();
        manifest.getMainAttributes().putValue("Short-Name", name);
        manifest.getMainAttributes().putValue("Plugin-Version", version);
        if (!dependencies.isEmpty()) {
            manifest.getMainAttributes().putValue("Plugin-Dependencies", dependencies);
        }
        Path file = folder.resolve(name + ".jpi");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.finish();
        }
        return file;
    }

    /** With a main class, or with the first bytes of one that a Java of this major version has compiled. */
    private Path war(String version, byte[] main, int major) throws IOException {
        Manifest manifest = manifest();
        manifest.getMainAttributes().putValue("Jenkins-Version", version);
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "executable.Main");
        Path file = folder.resolve("jenkins.war");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.putNextEntry(new JarEntry("executable/Main.class"));
            out.write(main.length > 0 ? main : header(major));
            out.closeEntry();
        }
        return file;
    }

    private static byte[] header(int major) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeShort(0);
            out.writeShort(major);
        }
        return bytes.toByteArray();
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }
}
