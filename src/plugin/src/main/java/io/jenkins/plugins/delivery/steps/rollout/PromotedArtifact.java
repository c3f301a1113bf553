package io.jenkins.plugins.delivery.steps.rollout;

import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.Promotion;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.environments.KnownDeployments;
import io.jenkins.plugins.delivery.steps.LogLine;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Holds a deployment to what the settings say of where releases come from, whatever the Jenkinsfile asks for. */
final class PromotedArtifact {
    private PromotedArtifact() {}

    /** @throws ArgumentException if its image has not served in the environment before */
    static void require(Run<?, ?> run, RolloutPlan plan, PrintStream log) {
        String here = plan.target().environment();
        String before = DeliveryConfiguration.get().environment(here).getPromotedFrom();
        if (before == null) {
            return;
        }
        String image = RolloutWords.image(plan);
        try {
            String where = new Promotion(plan.app(), image, before, here).passed(KnownDeployments.of(run, plan.app()));
            log.println(LogLine.of(image + " passed " + before + " by " + where + " and may go to " + here));
        } catch (ArgumentException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ArgumentException("image", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("What was deployed to " + before + " before cannot be read", e);
        }
    }
}
