package io.jenkins.plugins.delivery.engine.flow.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReviewTest {
    private static final String GOOD = """
            {"config": {"User": "1000", "Healthcheck": {"Test": ["CMD", "check"]}, "Env": ["PORT=8080"],
             "Labels": {"org.opencontainers.image.version": "1.5.0", "org.opencontainers.image.revision": "abc"}},
             "history": [{"created_by": "COPY . ."}]}""".replace("\n", " ");
    private static final String END = "\nkeys\t0\t0\nfile\t0\tapp/\nfile\t0\tapp/server.js\nend\t1\n";

    @TempDir
    Path folder;

    private Reading read(String text) throws IOException {
        return Reports.read(new ImageReview(), folder, text);
    }

    private static double value(Reading reading, String figure) {
        return reading.figure(figure).map(Figure::value).orElseThrow();
    }

    private static List<String> findings(Reading reading) {
        return reading.rows().stream()
                .map(row -> row.cells().get(0) + ": " + row.cells().get(1))
                .toList();
    }

    @Test
    void anImageWithNothingWrongPasses() throws Exception {
        Reading reading = read("tag\tshop:1.5.0\nfrom\tnode:20\t\nconfig\t" + GOOD + END);
        assertThat(reading.summary()).isEqualTo("Nothing is wrong with the image.");
        assertThat(reading.rows()).isEmpty();
        assertThat(value(reading, "files")).isEqualTo(1);
        assertThat(value(reading, "layers")).isEqualTo(1);
        assertThat(Judgement.of(reading, new ImageReview().gates(), null).passed())
                .isTrue();
    }

    @Test
    void rootNoHealthCheckNoLabelsAndMovingTagsAreWarnings() throws Exception {
        Reading reading = read("tag\tshop:latest\nfrom\tnode\t\nconfig\t{\"config\": {}}" + END);
        assertThat(findings(reading))
                .containsExactly(
                        "tag shop:latest: it says nothing of what is inside",
                        "base node: it is another one tomorrow",
                        "user: no user is set, so it runs as root",
                        "health check: the image has none",
                        "label org.opencontainers.image.version: nothing says which version this is",
                        "label org.opencontainers.image.revision: nothing says which commit it comes from");
        assertThat(value(reading, "warnings")).isEqualTo(6);
        assertThat(Judgement.of(reading, new ImageReview().gates(), null).passed())
                .as("warnings stop nobody")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "root", "0:0", "00:100"})
    void rootIsKnownByAnyOfItsNames(String user) throws Exception {
        assertThat(findings(read("config\t" + GOOD.replace("\"1000\"", "\"" + user + "\"") + END)))
                .containsExactly("user: it runs as root");
    }

    @Test
    void aStageOfTheBuildIsNoBase() throws Exception {
        assertThat(
                        read("from\tnode:20\tbuild\nfrom\tbuild\ttest\nfrom\tscratch\t\nfrom\t$BASE\t\nfrom\ta@sha256:1\t\nconfig\t"
                                        + GOOD + END)
                                .rows())
                .isEmpty();
    }

    @Test
    void secretsInVariablesLabelsHistoryAndLayersFailWithoutBeingTold() throws Exception {
        String config = GOOD.replace("PORT=8080", "DB_PASSWORD=hunter2\", \"NPM_TOKEN=hunter3")
                .replace("COPY . .", "RUN |1 NPM_TOKEN=hunter4 /bin/sh -c npm ci");
        Reading reading = read("config\t" + config + "\nkeys\t0\t2\nfile\t0\troot/.npmrc\nfile\t0\tapp/.env\nend\t1\n");
        assertThat(findings(reading))
                .containsExactly(
                        "variable DB_PASSWORD: it has a value, which everybody who pulls the image can read",
                        "variable NPM_TOKEN: it has a value, which everybody who pulls the image can read",
                        "history, NPM_TOKEN: it was given to a command, and the history keeps it",
                        "layer 0: 2 lines look like a key",
                        "layer 0, root/.npmrc: logins of a tool",
                        "layer 0, app/.env: settings of a developer's machine");
        assertThat(reading.toString()).doesNotContain("hunter");
        assertThat(Judgement.of(reading, new ImageReview().gates(), null).violations())
                .containsExactly("secrets: 6, 0 allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "home/app/.ssh/id_rsa, true",
        "home/app/.ssh/id_rsa.pub, false",
        "./.aws/credentials, true",
        "app/.env.production, true",
        "app/.env.example, false",
        "app/environment, false",
        "etc/ssl/certs/java/cacerts, false",
        "app/store.jks, true",
        "usr/lib/python3/test/id_rsa, false",
        "app/terraform.tfstate, true",
    })
    void filesThatHoldSecretsAreKnownByTheirPath(String path, boolean secret) {
        assertThat(new SecretFiles().reason(path).isPresent()).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "config\t{}\nend\t1\n",
                "config\t{\"config\": {}}\n",
                "end\t1\n",
                "config\tno json\nend\t1\n",
                "nonsense\n",
                "config\t{\"config\": {}}\nkeys\t0\tx\nend\t1\n",
                "config\t{\"config\": {}}\nend\t1\nfile\t0\ta\n",
            })
    void whatBreaksOffOrIsSomethingElseIsRefused(String text) {
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("report");
    }
}
