package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code aws} with a CloudFormation of this machine: what it takes as arguments, asks for, and puts together from pages. */
@Timeout(120)
class CloudFormationTest {
    @TempDir
    Path folder;

    private PipelineOutcome run(CloudFormation cloud, String script) throws Exception {
        Rehearsed rehearsed = new Rehearsed(folder)
                .secret("shop-password", "a\"b\\c,d\nline 2")
                .file("template.yaml", "AWSTemplateFormatVersion: '2010-09-09'\n");
        return rehearsed.run("""
                node { withEnv(['AWS_ENDPOINT_URL=%1$s', 'AWS_ACCESS_KEY_ID=a', 'AWS_SECRET_ACCESS_KEY=b', 'AWS_REGION=eu-central-1',
                    'AWS_DEFAULT_REGION=eu-central-1', 'AWS_CONFIG_FILE=/dev/null', 'AWS_SHARED_CREDENTIALS_FILE=/dev/null', 'AWS_MAX_ATTEMPTS=1']) {
                %2$s
                } }""".formatted(cloud.address(), script));
    }

    @Test
    void aStackThatWasOnlyPlannedSoFarIsCreatedThenWatchedAndItsDestructionPlanned() throws Exception {
        assumeTrue(Programs.has("aws"), "Skipped: there is no aws on the PATH to ask a CloudFormation with");
        try (CloudFormation cloud = new CloudFormation("REVIEW_IN_PROGRESS")) {
            PipelineOutcome outcome = run(cloud, """
                    def created = provisionInfrastructure(stack: 'shop', template: 'template.yaml',
                        variables: [Zones: 'a,b', Note: 'it\\'s "so"\\t\\\\'], secrets: [Password: 'shop-password'])
                    echo "applied ${created.applied}"
                    detectDrift(stack: 'shop')
                    provisionInfrastructure(stack: 'shop', destroy: true, apply: false, approval: [environment: 'production'])
                    """);
            assertThat(outcome.text())
                    .contains("shop: 2 to add, 0 to change, 0 to destroy", "applied true")
                    .contains("2 resources are not as the code says")
                    .doesNotContain("line 2");
            assertThat(outcome.error()).contains("data stores destroyed without allowance: 2, 0 allowed");
            assertThat(outcome.result()).isEqualTo(Result.FAILURE);
            assertThat(cloud.status()).isEqualTo("CREATE_COMPLETE");
            assertThat(cloud.requests("CreateChangeSet")).singleElement().satisfies(request -> assertThat(request)
                    .containsEntry("ChangeSetType", "CREATE")
                    .containsEntry("Parameters.member.1.ParameterValue", "a,b")
                    .containsEntry("Parameters.member.2.ParameterValue", "it's \"so\"\t\\")
                    .containsEntry("Parameters.member.3.ParameterKey", "Password")
                    .containsEntry("Parameters.member.3.ParameterValue", "a\"b\\c,d\nline 2")
                    .containsEntry("TemplateBody", "AWSTemplateFormatVersion: '2010-09-09'\n"));
            assertThat(folder.resolve("workspace/.delivery")).doesNotExist();
        }
    }
}
