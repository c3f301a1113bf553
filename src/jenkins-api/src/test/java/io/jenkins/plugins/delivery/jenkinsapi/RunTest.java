package io.jenkins.plugins.delivery.jenkinsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.thoughtworks.xstream.converters.ConversionException;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.InvisibleAction;
import hudson.model.Item;
import hudson.model.ParametersAction;
import hudson.model.PasswordParameterValue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterValue;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    Path home;

    private LocalJenkins controller;

    @BeforeEach
    void start() throws IOException {
        controller = LocalJenkins.start(home);
    }

    @AfterEach
    void kill() {
        controller.close();
    }

    private void restart() throws IOException {
        kill();
        start();
    }

    @Test
    void actionsAreToldOfTheirRunAndComeBackAfterAKill() throws Exception {
        SampleJob.Build build = SampleJob.create("shop").newBuild();
        SampleJob.Witness before = new SampleJob.Witness("\u001B[31mred\u001B[0m & <b>");
        build.addAction(before);
        assertThat(before.told()).containsExactly("attached");
        build.setResult(Result.UNSTABLE);
        build.save();
        restart();
        SampleJob.Build again = SampleJob.find("shop").getBuildByNumber(1);
        SampleJob.Witness after = again.getAction(SampleJob.Witness.class);
        assertThat(after).isNotSameAs(before);
        assertThat(after.text).isEqualTo(before.text);
        assertThat(after.words()).containsExactly("first", "second");
        assertThat(after.told()).containsExactly("loaded");
        assertThat(after.run()).isSameAs(again);
        assertThat(again.getResult()).isSameAs(Result.UNSTABLE);
        assertThat(again.getActions(SampleJob.Witness.class)).hasSize(1);
    }

    @Test
    void whatWasNotSavedIsForgotten() throws Exception {
        SampleJob.Build build = SampleJob.create("shop").newBuild();
        build.addAction(new SampleJob.Witness("lost"));
        restart();
        assertThat(SampleJob.find("shop").getBuildByNumber(1).getAction(SampleJob.Witness.class))
                .isNull();
    }

    @Test
    void aFileOfARunIsReplacedAsAWholeOrNotAtAll() throws Exception {
        SampleJob.Build build = SampleJob.create("shop").newBuild();
        Path directory = build.getRootDir().toPath();
        String good = Files.readString(directory.resolve("build.xml"));
        build.addAction(new Unwritable());
        assertThatExceptionOfType(IOException.class).isThrownBy(build::save).withMessageContaining("build.xml");
        assertThat(directory.resolve("build.xml")).hasContent(good.trim());
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("build.xml"));
        }
    }

    private static final class Unwritable extends InvisibleAction {
        private Object writeReplace() {
            throw new ConversionException("not to be written");
        }
    }

    @Test
    void aResultOnlyGetsWorse() throws Exception {
        SampleJob.Build build = SampleJob.create("shop").newBuild();
        build.setResult(Result.UNSTABLE);
        build.setResult(Result.SUCCESS);
        assertThat(build.getResult()).isSameAs(Result.UNSTABLE);
        build.setResult(Result.FAILURE);
        assertThat(build.getResult()).isSameAs(Result.FAILURE);
        assertThat(Result.fromString("unstable")).isSameAs(Result.UNSTABLE);
        assertThat(Result.fromString("nonsense")).isSameAs(Result.FAILURE);
    }

    @Test
    void numbersAreNeverGivenTwice() throws Exception {
        SampleJob.create("shop").newBuild();
        SampleJob.find("shop").newBuild();
        restart();
        SampleJob job = SampleJob.find("shop");
        assertThat(job.getNextBuildNumber()).isEqualTo(3);
        SampleJob.Build third = job.newBuild();
        assertThat(third.getNumber()).isEqualTo(3);
        assertThat(third.getPreviousBuild().getNumber()).isEqualTo(2);
        assertThat(job.getFirstBuild().getNextBuild().getNumber()).isEqualTo(2);
        assertThat(job.getBuilds()).extracting(Run::getNumber).containsExactly(3, 2, 1);
        assertThat(Run.fromExternalizableId("shop#2")).isSameAs(job.getBuildByNumber(2));
    }

    @Test
    void buildsAreFoundByHowTheyEnded() throws Exception {
        SampleJob job = SampleJob.create("shop");
        for (Result each : List.of(Result.SUCCESS, Result.UNSTABLE, Result.FAILURE, Result.ABORTED)) {
            SampleJob.Build build = job.newBuild();
            build.setResult(each);
            build.finish();
        }
        SampleJob.Build running = job.newBuild();
        assertThat(job.getLastBuild()).isSameAs(running);
        assertThat(job.isBuilding()).isTrue();
        assertThat(job.getLastCompletedBuild().getNumber()).isEqualTo(4);
        assertThat(job.getLastStableBuild().getNumber()).isEqualTo(1);
        assertThat(job.getLastSuccessfulBuild().getNumber()).isEqualTo(2);
        assertThat(job.getLastUnstableBuild().getNumber()).isEqualTo(2);
        assertThat(job.getLastFailedBuild().getNumber()).isEqualTo(3);
        assertThat(job.getLastUnsuccessfulBuild().getNumber()).isEqualTo(4);
        assertThat(running.getPreviousSuccessfulBuild().getNumber()).isEqualTo(2);
        assertThat(running.getPreviousNotFailedBuild().getNumber()).isEqualTo(4);
    }

    @Test
    void causesAndParametersComeBackWithSecretsEncrypted() throws Exception {
        User.getById("alice", true).save();
        SampleJob.Build up = SampleJob.create("up").newBuild();
        up.addAction(new CauseAction(new Cause.UserIdCause("alice")));
        SampleJob.Build build = SampleJob.create("shop").newBuild();
        build.addAction(new CauseAction(new Cause.UpstreamCause(up)));
        build.addAction(new ParametersAction(
                new StringParameterValue("VERSION", "1.2"), new PasswordParameterValue("TOKEN", "hunter2")));
        build.save();
        assertThat(build.getRootDir().toPath().resolve("build.xml"))
                .content()
                .contains("1.2")
                .doesNotContain("hunter2");
        restart();
        SampleJob.Build again = SampleJob.find("shop").getLastBuild();
        Cause.UpstreamCause cause = again.getCause(Cause.UpstreamCause.class);
        assertThat(cause.getShortDescription()).isEqualTo("Started by upstream project \"up\" build number 1");
        assertThat(cause.getUpstreamCauses()).containsExactly(new Cause.UserIdCause("alice"));
        assertThat(cause.getUpstreamRun()).isSameAs(SampleJob.find("up").getLastBuild());
        assertThat(again.getEnvironment(TaskListener.NULL))
                .containsEntry("VERSION", "1.2")
                .containsEntry("TOKEN", "hunter2")
                .containsEntry("BUILD_NUMBER", "1")
                .containsEntry("JOB_NAME", "shop")
                .containsEntry("BUILD_TAG", "jenkins-shop-1");
    }

    @Test
    void anInterruptionIsRecordedOnce() throws Exception {
        User.getById("alice", true);
        SampleJob.Build build = SampleJob.create("shop").newBuild();
        FlowInterruptedException stop =
                new FlowInterruptedException(Result.ABORTED, new CauseOfInterruption.UserInterruption("alice"));
        assertThat(stop).hasMessage("Aborted by alice");
        stop.handle(build, TaskListener.NULL);
        stop.handle(build, TaskListener.NULL);
        assertThat(build.getActions(InterruptedBuildAction.class))
                .singleElement()
                .satisfies(each -> assertThat(each.getCauses()).hasSize(1));
    }

    @Test
    void permissionsAreThoseOfTheUserAndOfItsGroups() throws Exception {
        Jenkins jenkins = controller.jenkins();
        jenkins.setSecurityRealm(new LocalSecurityRealm(Map.of("alice", List.of("ops"), "root", List.of())));
        jenkins.setAuthorizationStrategy(new LocalPermissions()
                .grant("authenticated", Jenkins.READ, Item.READ)
                .grant("ops", Item.CONFIGURE)
                .grant("root", Jenkins.ADMINISTER));
        jenkins.save();
        SampleJob.create("shop");
        restart();
        Jenkins again = controller.jenkins();
        assertThat(again.getItem("shop")).as("nobody sees it").isNull();
        try (ACLContext ignored = ACL.as(User.getById("alice", true))) {
            SampleJob shop = SampleJob.find("shop");
            assertThat(shop.hasPermission(Item.CONFIGURE)).isTrue();
            assertThat(shop.hasPermission(Item.EXTENDED_READ)).as("implied").isTrue();
            assertThatExceptionOfType(AccessDeniedException3.class)
                    .isThrownBy(() -> shop.checkPermission(Item.BUILD))
                    .withMessage("alice is missing the Job/Build permission");
            assertThat(User.current().getAuthorities()).containsExactly("ops");
        }
        try (ACLContext ignored = ACL.as(User.getById("root", true))) {
            assertThat(again.getItem("shop").hasPermission(Item.DELETE)).isTrue();
        }
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            assertThat(again.hasPermission(Jenkins.ADMINISTER)).isTrue();
            assertThat(User.current()).isNull();
        }
        assertThat(Jenkins.getAuthentication2()).isEqualTo(Jenkins.ANONYMOUS2);
    }

    @Test
    void aDeletedJobIsGoneForGood() throws Exception {
        SampleJob job = SampleJob.create("shop");
        job.newBuild();
        job.delete();
        assertThat(job.getRootDir()).doesNotExist();
        restart();
        assertThat(controller.jenkins().getItems()).isEmpty();
    }
}
