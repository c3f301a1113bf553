package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.rollout.Ending;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image that the build makes without Docker and without pulling anything, and the program in its layers. */
class GuardianImageTest {
    private static final String MAIN = "io.jenkins.plugins.delivery.engine.guardian.Guardian";

    /** Every phase in which something was touched, and it is not yet settled that the new version stays. */
    private static final List<Phase> UNDECIDED =
            List.of(Phase.APPLY, Phase.READY, Phase.BODY, Phase.SHIFT, Phase.VERIFY, Phase.OBSERVE, Phase.KEEP);

    @TempDir
    private Path directory;

    @Test
    void it_starts_the_guardian_as_nobody_from_layers_that_hold_all_it_needs() throws Exception {
        GuardianImage image = GuardianImage.read();

        assertThat(image.config().path("Entrypoint"))
                .extracting(word -> word.asText())
                .startsWith("java", "-Xmx96m")
                .endsWith("-cp", "@/app/jib-classpath-file", MAIN);
        assertThat(image.config().path("User").asText()).isEqualTo("65532:65532");
        assertThat(image.config().path("Env")).isEmpty();
        assertThat(Instant.parse(image.whole().path("created").asText())).isBefore(Instant.now());
        assertThat(image.files().keySet())
                .contains("app/jib-classpath-file", "app/classes/" + MAIN.replace('.', '/') + ".class")
                .anyMatch(name -> name.startsWith("app/libs/kubernetes-client-"))
                .anyMatch(name -> name.startsWith("app/libs/kubernetes-httpclient-"))
                .noneMatch(name -> name.contains("test"));
        assertThat(new String(image.files().get("app/jib-classpath-file"))).contains("/app/classes", "/app/libs/*");
    }

    @Test
    void its_main_class_restores_what_served_in_whatever_phase_the_controller_dies_for_good() throws Exception {
        ClassLoader layers = GuardianImage.read().loader(directory);
        Vertx vertx = Vertx.vertx();
        Map<Phase, AbandonedRollout> rollouts = new EnumMap<>(Phase.class);
        try {
            for (Phase phase : UNDECIDED) {
                rollouts.put(phase, new AbandonedRollout(vertx, phase, layers, Duration.ofSeconds(4)));
                rollouts.get(phase).abandon();
            }
            rollouts.forEach(GuardianImageTest::isRestored);
        } finally {
            rollouts.values().forEach(AbandonedRollout::close);
            vertx.close();
        }
    }

    private static void isRestored(Phase phase, AbandonedRollout rollout) {
        rollout.awaitGuardian();
        assertThat(rollout.color()).as("%s", phase).isEqualTo("blue");
        assertThat(rollout.events()).as("%s", phase).contains("RolledBackByGuardian");

        RolloutState end = rollout.comeBack();
        assertThat(end.ending().cause()).as("%s", phase).isEqualTo(Ending.Cause.GUARDIAN);
        assertThat(rollout.color()).as("%s", phase).isEqualTo("blue");
    }
}
