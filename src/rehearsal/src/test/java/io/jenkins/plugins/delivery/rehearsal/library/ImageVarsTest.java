package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which tool builds an image, and how it is called: the tools are stand-ins that write down their arguments. */
@Timeout(60)
class ImageVarsTest {
    private static final String IMAGE = "image: 'registry.example.com/shop', version: '1.5.0'";
    private static final String LOCAL = "buildImage " + IMAGE + ", push: false, sbom: false, review: false";
    private static final String LABELS =
            "[--label] [org.opencontainers.image.title=shop] [--label] [org.opencontainers.image.version=1.5.0]";

    @TempDir
    Path folder;

    private Rehearsed rehearsed;
    private StandIns programs;

    @BeforeEach
    void prepare() throws Exception {
        rehearsed = new Rehearsed(folder);
        programs = new StandIns(folder);
    }

    private PipelineOutcome run(String script) throws Exception {
        return rehearsed.run(programs.wrap(script));
    }

    private static void succeeded(PipelineOutcome outcome) {
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void dockerBuildsADockerfileWhereItsDaemonAnswers() throws Exception {
        programs.program("docker", "").program("buildctl", "");
        rehearsed.file("Dockerfile", "FROM scratch\n");
        PipelineOutcome outcome = run(LOCAL);
        succeeded(outcome);
        assertThat(outcome.text())
                .contains("buildImage: docker, because Dockerfile is here, and docker is the first of docker, buildkit,"
                        + " kaniko that this agent has");
        assertThat(programs.calls())
                .contains("docker [build] [--file] [Dockerfile] " + LABELS
                        + " [--tag] [registry.example.com/shop:1.5.0] [.]");
    }

    @Test
    void buildKitBuildsWhereNoDockerDaemonAnswers() throws Exception {
        programs.program("docker", "exit 1").program("buildctl", "");
        rehearsed.file("api/Dockerfile", "FROM scratch\n");
        succeeded(run(LOCAL + ", context: 'api'"));
        assertThat(programs.calls())
                .contains(
                        "buildctl [build] [--frontend] [dockerfile.v0] [--local] [context=api] [--local] [dockerfile=api]"
                                + " [--opt] [filename=Dockerfile] [--opt] [label:org.opencontainers.image.title=shop]"
                                + " [--opt] [label:org.opencontainers.image.version=1.5.0] [--output]"
                                + " [type=docker,name=registry.example.com/shop:1.5.0,dest=.delivery/image.tar]");
    }

    @Test
    void buildpacksBuildWhatHasNoDockerfileAndIsNotForJib() throws Exception {
        programs.program("docker", "").program("pack", "");
        rehearsed.file("main.py", "");
        succeeded(run(LOCAL));
        assertThat(programs.calls())
                .contains("pack [build] [registry.example.com/shop:1.5.0] [--path] [.] [--env]"
                        + " [BP_IMAGE_LABELS=\"org.opencontainers.image.title=shop\""
                        + " \"org.opencontainers.image.version=1.5.0\"]");
    }

    @Test
    void whatIsMissingIsSaidWithHowToGetIt() throws Exception {
        rehearsed.file("Dockerfile", "FROM scratch\n");
        assertThat(run(LOCAL).error())
                .contains("nothing on this agent builds Dockerfile")
                .contains("docker: no Docker daemon answers: install Docker (https://docs.docker.com/engine/install)")
                .contains("buildctl")
                .contains("/kaniko/executor");
        assertThat(run(LOCAL + ", tool: 'kaniko'").error())
                .contains("tool 'kaniko' is asked for, but there is no /kaniko/executor");
        assertThat(run(LOCAL + ", tool: 'kanico'").error()).contains("there is no tool 'kanico'");
        assertThat(programs.calls()).isEmpty();
    }

    @Test
    void namesAndVersionsThatCannotBeAreRefusedBeforeAnythingRuns() throws Exception {
        assertThat(run("buildImage image: 'shop:1', version: '1'").error()).contains("'shop:1' is no repository");
        assertThat(run("buildImage image: 'shop', version: 'a b'").error()).contains("'a b' cannot be a tag");
        assertThat(run("buildImage image: 'shop', version: 'latest'").error())
                .contains("'latest' says nothing of what is inside");
        assertThat(run("buildImage image: 'shop'").error()).contains("say the version");
        assertThat(run("buildImage image: 'shop', verison: '1'").error()).contains("did you mean 'version'?");
        assertThat(programs.calls()).isEmpty();
    }

    @Test
    void theCommitIsATagAndALabelAndADirtyCheckoutIsRefused() throws Exception {
        programs.program("docker", "");
        rehearsed.file("Dockerfile", "FROM scratch\n");
        String commit = """
                sh '''export GIT_CONFIG_GLOBAL=/dev/null HOME="$PWD"
                git init -q . && git config user.email a@b && git config user.name a && git add Dockerfile && git commit -q -m one
                git remote add origin https://bob:secret@git.example.com/shop.git'''
                """;
        PipelineOutcome outcome =
                run(commit + "def built = " + LOCAL + "\necho \"tags ${built.tags} of ${built.commit}\"");
        succeeded(outcome);
        assertThat(outcome.text()).containsPattern("tags \\[1\\.5\\.0, sha-([0-9a-f]{12})] of \\1");
        assertThat(programs.calls()).anySatisfy(call -> assertThat(call)
                .contains("[org.opencontainers.image.source=https://git.example.com/shop.git]")
                .containsPattern("\\[org.opencontainers.image.revision=[0-9a-f]{40}]")
                .containsPattern("\\[--tag] \\[registry.example.com/shop:sha-[0-9a-f]{12}]"));
        rehearsed.file("Dockerfile", "FROM other\n");
        assertThat(run(LOCAL).error()).contains("the checkout is dirty (M Dockerfile)");
        succeeded(run(LOCAL + ", allowDirty: true"));
    }

    @Test
    void aBuildThatFailsSaysThatNothingWasPushed() throws Exception {
        programs.program("docker", "case $1 in build) exit 3;; esac");
        rehearsed.file("Dockerfile", "FROM scratch\n");
        assertThat(run("buildImage " + IMAGE).error())
                .contains("docker could not build registry.example.com/shop:1.5.0")
                .contains("Nothing was pushed");
        assertThat(programs.calls()).noneMatch(call -> call.contains("[push]"));
    }

    @Test
    void dockerPushesEachTagAndResolvesTheDigestOnce() throws Exception {
        String digest = "sha256:" + "ab".repeat(32);
        programs.program("curl", "echo 'HTTP/1.1 404 Not Found'")
                .program(
                        "docker",
                        "case $2 in inspect) echo other@sha256:1; echo registry.example.com/shop@" + digest
                                + ";; esac");
        PipelineOutcome outcome =
                run("def pushed = publishArtifact image: [image: 'registry.example.com/shop', version: '1.5.0',"
                        + " tags: ['1.5.0', 'sha-1'], tool: 'docker']\necho \"to deploy: ${pushed.reference}\"");
        succeeded(outcome);
        assertThat(outcome.text()).contains("to deploy: registry.example.com/shop@" + digest);
        assertThat(programs.calls())
                .endsWith(
                        "docker [push] [registry.example.com/shop:1.5.0]",
                        "docker [push] [registry.example.com/shop:sha-1]",
                        "docker [image] [inspect] [--format] [{{range .RepoDigests}}{{println .}}{{end}}]"
                                + " [registry.example.com/shop:1.5.0]");
    }

    @Test
    void anArchiveIsPushedAsItIsByCraneOrSkopeo() throws Exception {
        String digest = "sha256:" + "ab".repeat(32);
        String publish =
                "publishArtifact image: [image: 'registry.example.com/shop', version: '1.5.0', tags: ['1.5.0', 'sha-1'],"
                        + " tool: 'kaniko', archive: '.delivery/image.tar', digest: '" + digest + "']";
        programs.program("curl", "echo 'HTTP/1.1 404 Not Found'");
        rehearsed.file(".delivery/image.tar", "");
        assertThat(run(publish).error()).contains("nothing that pushes it").contains("get crane");
        programs.program("skopeo", "echo " + digest + " > .delivery/image.digest");
        succeeded(run(publish));
        assertThat(programs.calls())
                .endsWith("skopeo [copy] [--digestfile] [.delivery/image.digest] [docker-archive:.delivery/image.tar]"
                        + " [docker://registry.example.com/shop:sha-1]");
        programs.program("crane", "echo registry.example.com/shop@" + digest + " > .delivery/image.refs");
        succeeded(run(publish));
        assertThat(programs.calls())
                .endsWith(
                        "crane [push] [.delivery/image.tar] [registry.example.com/shop:1.5.0] [--image-refs]"
                                + " [.delivery/image.refs]",
                        "crane [tag] [registry.example.com/shop:1.5.0] [sha-1]");
        assertThat(run(publish.replace("ab'", "ac'")).error())
                .contains("was published, but sha256:" + "ab".repeat(31) + "ac was built and checked");
    }

    @Test
    void aRegistryThatDoesNotAnswerStopsBeforeAnythingIsPushed() throws Exception {
        programs.program("curl", "echo 'curl: (7) Failed to connect' >&2; exit 7")
                .program("docker", "");
        assertThat(
                        run("publishArtifact image: [image: 'registry.example.com/shop', version: '1', tags: ['1'], tool: 'docker']")
                                .error())
                .contains("registry.example.com does not say whether shop:1 exists (curl: (7) Failed to connect)")
                .contains("Nothing was pushed");
        assertThat(programs.calls()).noneMatch(call -> call.contains("[push]"));
    }
}
