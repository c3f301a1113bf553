package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Docker is a stand-in that writes down how it was called, and with which image. */
@Timeout(60)
class ComposeUpVarTest {
    private static final String UP =
            "docker [compose] [--file] [compose.yaml] [--project-name] [shop] [up] [--detach] [--wait]"
                    + " [--wait-timeout] [120]";

    @TempDir
    Path folder;

    private Rehearsed rehearsed;
    private StandIns programs;

    @BeforeEach
    void prepare() throws Exception {
        rehearsed = new Rehearsed(folder).file("compose.yaml", "services: {shop: {image: '${IMAGE}'}}");
        programs = new StandIns(folder).program("docker", """
                case "$1 $6 $7" in
                  ps*) echo 'postgres:16'; echo 'shop:1.4.0' ;;
                  compose*) echo "image is $IMAGE"; if [ "$IMAGE" = shop:bad ] && [ "$6" = up ]; then exit 1; fi ;;
                esac""");
    }

    private PipelineOutcome deploy(String image, String body) throws Exception {
        return rehearsed.run(programs.wrap("deployTo(environment: 'development', app: 'shop', image: '" + image
                + "', strategy: 'compose') { " + body + " }"));
    }

    @Test
    void bringsTheNewVersionUpAndChecksIt() throws Exception {
        PipelineOutcome outcome = deploy("shop:1.5.0", "echo 'checked'");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.text()).contains("image is shop:1.5.0", "checked");
        assertThat(programs.calls())
                .containsExactly(
                        "docker [ps] [--filter] [label=com.docker.compose.project=shop] [--format] [{{.Image}}]", UP);
    }

    @Test
    void bringsTheVersionBeforeBackWhenTheCheckFails() throws Exception {
        PipelineOutcome outcome = deploy("shop:1.5.0", "error 'not good'");
        assertThat(outcome.error()).contains("not good");
        assertThat(outcome.text()).contains("image is shop:1.4.0", "shop is back on shop:1.4.0");
    }

    @Test
    void bringsTheVersionBeforeBackWhenTheNewOneDoesNotGetHealthy() throws Exception {
        PipelineOutcome outcome = deploy("shop:bad", "echo 'checked'");
        assertThat(outcome.error()).contains("shop did not get healthy with shop:bad within 120 s");
        assertThat(outcome.text()).contains("shop is back on shop:1.4.0").doesNotContain("checked");
        assertThat(programs.calls())
                .contains(UP.replace("[up] [--detach] [--wait] [--wait-timeout] [120]", "[logs] [--tail] [50]"));
    }
}
