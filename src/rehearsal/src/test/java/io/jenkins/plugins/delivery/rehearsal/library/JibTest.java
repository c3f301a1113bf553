package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is played here: Maven and Jib build an image and push it, without any daemon, to a registry that wants a login. */
@Timeout(240)
class JibTest {
    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>tiny</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <jib.from.image>scratch</jib.from.image>
                <jib.container.mainClass>app.Main</jib.container.mainClass>
              </properties>
              <build><pluginManagement><plugins>
                <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version></plugin>
                <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin>
              </plugins></pluginManagement></build>
            </project>
            """;
    private static final String MAIN = "package app; public class Main { public static void main(String[] a) {} }";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static String build(GuardedRegistry registry) {
        return "node { def image = buildImage image: '" + registry.address()
                + "/shop', version: '1.5.0', insecure: true, credentialsId: 'registry'\n"
                + "echo \"published ${image.reference} as ${image.tags} by ${image.tool}, described in ${image.sbom}\" }";
    }

    @Test
    void buildsDescribesLooksOverAndPublishesOnce() throws Exception {
        try (GuardedRegistry registry = new GuardedRegistry(folder.resolve("registry"))) {
            Rehearsed rehearsed = new Rehearsed(folder)
                    .file("pom.xml", PROJECT)
                    .file(".mvn/jvm.config", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto")
                    .file("src/main/java/app/Main.java", MAIN)
                    .login("registry", "ci", GuardedRegistry.PASSWORD);
            PipelineOutcome outcome = rehearsed.run(build(registry));
            assertThat(outcome.error()).as(outcome.text()).isNull();
            Matcher digest = Pattern.compile(
                            "published " + registry.address() + "/shop@(sha256:[0-9a-f]{64}) as \\[1\\.5\\.0] by jib")
                    .matcher(outcome.text());
            assertThat(digest.find()).as(outcome.text()).isTrue();
            assertThat(outcome.text())
                    .contains("jib, because there is no Dockerfile")
                    .doesNotContain(GuardedRegistry.PASSWORD);
            assertThat(registry.pushes()).isEqualTo(1);

            Path layout = folder.resolve("registry");
            JsonNode manifest = JSON.readTree(blob(layout, digest.group(1)).toFile());
            JsonNode labels = JSON.readTree(
                            blob(layout, manifest.at("/config/digest").asText()).toFile())
                    .at("/config/Labels");
            assertThat(labels.path("org.opencontainers.image.version").asText()).isEqualTo("1.5.0");
            JsonNode bill = JSON.readTree(
                    rehearsed.workspace().resolve(".delivery/sbom.cdx.json").toFile());
            assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(outcome.text()).contains("0 secrets and 3 warnings in 3 layers");

            whatExistsIsNotPublishedAgain(rehearsed, registry, digest.group(1));
            assertThat(rehearsed
                            .run("node { buildImage image: 'shop', version: '1', labels: [owner: 'a, b'] }")
                            .error())
                    .contains("the label owner has a comma");
        }
    }

    private void whatExistsIsNotPublishedAgain(Rehearsed rehearsed, GuardedRegistry registry, String digest)
            throws Exception {
        String publish = "node { publishArtifact insecure: true, %s image: [image: '" + registry.address()
                + "/shop', version: '1.5.0', tool: 'jib', digest: '%s'] }";
        String login = "credentialsId: 'registry',";
        PipelineOutcome same = rehearsed.run(publish.formatted(login, digest));
        assertThat(same.error()).as(same.text()).isNull();
        assertThat(same.text()).contains("/shop:1.5.0 is published already, with the same digest " + digest);
        String other = "sha256:" + "0".repeat(64);
        assertThat(rehearsed.run(publish.formatted(login, other)).error())
                .contains("/shop:1.5.0 exists already, with digest " + digest + ", and what was built is " + other)
                .contains("Nothing was pushed");
        assertThat(rehearsed.run(publish.formatted("", other)).error())
                .contains("refuses who comes without a credential for shop (HTTP 401)")
                .contains("Nothing was pushed");
        assertThat(registry.pushes()).isEqualTo(1);
        assertThat(Files.exists(folder.resolve("workspace@tmp/registry-1"))).isFalse();
    }

    private static Path blob(Path layout, String digest) {
        return layout.resolve("blobs").resolve(digest.substring("sha256:".length()));
    }
}
