package io.jenkins.plugins.delivery.engine.pipeline;

import java.util.List;

/** What a stage is for, which programs its usual way may need, and how to go on where it stopped. */
public enum StageKind {
    CHECKOUT("Nothing was touched. Correct what is said above, and run the build again."),
    LINT("Nothing has left this build. Correct what the linters say in a commit."),
    TEST("Nothing has left this build. Correct it in a commit, or run the build again if a test is known to be flaky."),
    SCAN(
            "Nothing has left this build. Correct what was found, or accept it with a reason and an expiry in the suppressions."),
    BUILD("Nothing has left this build. Correct what the log of the stage says, and run the build again."),
    PUBLISH(
            "Nothing was deployed. If the registry refused, check its address and the credential, and run the build again;"
                    + " if the version is there with another content, give this one a version of its own: none is overwritten."),
    PROVISION("Nothing was deployed. What was applied until then is in the state, and a new run plans from there."
            + " Where somebody else holds the lock of the state, see first who does."),
    MIGRATE("Nothing was deployed. The log of the stage says how far the migration came and whether it was undone;"
            + " restoreDatabase brings the backup back."),
    DEPLOY(
            "What served in %2$s before serves again, unless the report of the rollout says that it is stuck and with which"
                    + " commands to recover. Correct what it says, and run the build again."),
    SMOKE(
            "%2$s runs the new version, and it does not answer as it should. Correct it in a commit, or bring the version before"
                    + " back: rollbackDeploy environment: '%2$s', app: '%1$s', to: 'previous'."),
    APPROVAL("%2$s is as it was. Run the build again to ask again."),
    VERIFY(
            "If the log of the stage does not say that %2$s was rolled back, the new version still serves there; bring the version"
                    + " before back with: rollbackDeploy environment: '%2$s', app: '%1$s', to: 'previous'."),
    RELEASE_NOTES("The release is out and serves; only what was to be written about it is missing.");

    private final String goOn;

    StageKind(String goOn) {
        this.goOn = goOn;
    }

    /** What a person does when it stopped here. */
    String goOn(String app, String environment) {
        return goOn.formatted(app, environment);
    }

    /** Any program of each list will do; what a stage of this kind always needs, whatever the workspace holds. */
    List<List<Program>> needs() {
        return switch (this) {
            case PROVISION ->
                List.of(List.of(Program.TERRAFORM, Program.OPENTOFU, Program.PULUMI, Program.AZURE, Program.AWS));
            default -> List.of();
        };
    }
}
