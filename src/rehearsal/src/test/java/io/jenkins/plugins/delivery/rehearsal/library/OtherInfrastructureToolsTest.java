package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How Pulumi, CloudFormation and Bicep are called. They need an account to do anything, so programs in their place answer as they do. */
@Timeout(120)
class OtherInfrastructureToolsTest {
    @TempDir
    Path folder;

    private Rehearsed rehearsed;

    @BeforeEach
    void prepare() {
        rehearsed = new Rehearsed(folder);
    }

    /** A program that writes down how it was called. */
    private void program(String name, String script) throws IOException {
        rehearsed.file(
                "bin/" + name,
                "#!/bin/sh\necho \"" + name + " $*\" >> '" + folder.resolve("calls") + "'\n" + script + "\n");
        assertThat(rehearsed.workspace().resolve("bin/" + name).toFile().setExecutable(true))
                .isTrue();
    }

    private PipelineOutcome run(String script) throws Exception {
        return rehearsed.run("node { withEnv([\"PATH=${pwd()}/bin:${env.PATH}\"]) { " + script + " } }");
    }

    private String calls() throws IOException {
        return Files.readString(folder.resolve("calls"));
    }

    @Test
    void pulumiIsHeldToThePlanThatItSaved() throws Exception {
        rehearsed.file("Pulumi.yaml", "name: shop");
        program("pulumi", """
                case "$*" in
                  preview*) echo '{"steps": [{"op": "create", "urn": "urn:pulumi:dev::shop::a:b:C::x"}]}'
                    for one; do case "$one" in --save-plan=*) echo plan > "${one#--save-plan=}";; esac; done ;;
                esac""");
        PipelineOutcome outcome = run(
                "def plan = provisionInfrastructure(stack: 'dev', variables: [size: \"it's\"]); echo \"applied ${plan.applied}\"");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.text()).contains("Infrastructure plan: dev: 1 to add", "applied true");
        assertThat(calls())
                .contains("pulumi config set --non-interactive --stack dev -- size it's")
                .contains(
                        "pulumi up --yes --skip-preview --plan=.delivery/plan.reviewed --non-interactive --stack dev");
        assertThat(run("provisionInfrastructure()").error()).contains("provisionInfrastructure: say the stack");
    }

    @Test
    void cloudFormationExecutesTheChangeSetThatWasReviewed() throws Exception {
        rehearsed.file("template.yaml", "AWSTemplateFormatVersion: '2010-09-09'");
        program("aws", """
                case "$*" in
                  *describe-stacks*) cat known 2> /dev/null || { echo 'Stack with id shop does not exist' >&2; exit 254; } ;;
                  *describe-change-set*) cat changes.json ;;
                  *detect-stack-drift*) echo 1 ;;
                  *describe-stack-drift-detection-status*) echo DETECTION_COMPLETE ;;
                  *describe-stack-resource-drifts*) echo '{"StackResourceDrifts": [{"LogicalResourceId": "A", "StackResourceDriftStatus": "MODIFIED"}]}' ;;
                esac""");
        String change = "{\"Status\": \"CREATE_COMPLETE\", \"Changes\": [{\"ResourceChange\": {\"Action\": \"%s\","
                + " \"LogicalResourceId\": \"Orders\", \"ResourceType\": \"AWS::RDS::DBInstance\"}}]}";
        rehearsed.file("changes.json", change.formatted("Add"));
        PipelineOutcome outcome = run("provisionInfrastructure(stack: 'shop', template: 'template.yaml')");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(calls())
                .contains("--change-set-type CREATE", "wait stack-create-complete")
                .containsPattern("execute-change-set --stack-name shop --change-set-name jenkins-1-[0-9a-f]{8}");

        Files.delete(folder.resolve("calls"));
        rehearsed.file("known", "UPDATE_COMPLETE");
        rehearsed.file("changes.json", change.formatted("Remove"));
        assertThat(run("provisionInfrastructure(stack: 'shop', template: 'template.yaml')")
                        .error())
                .contains("data stores destroyed without allowance: 1, 0 allowed");
        assertThat(calls()).contains("--change-set-type UPDATE").doesNotContain("execute-change-set");

        assertThat(run("detectDrift(stack: 'shop')").result()).isEqualTo(Result.UNSTABLE);
        program("aws", "echo 'Unable to locate credentials' >&2; exit 253");
        assertThat(run("provisionInfrastructure(stack: 'shop', template: 'template.yaml')")
                        .error())
                .contains("CloudFormation did not get through", "Unable to locate credentials");
    }

    @Test
    void secretsAreNoArgumentsOfAzAndNothingOfThemStays() throws Exception {
        rehearsed.secret("password", "it's \"so\"").file("main.bicep", "");
        program("az", """
                case "$*" in
                  *what-if*) cp .delivery/secret-admin asked; echo '{"status": "Succeeded", "changes": []}' ;;
                esac""");
        PipelineOutcome outcome = run(
                "provisionInfrastructure(resourceGroup: 'shop', template: 'main.bicep', secrets: [admin: 'password'])");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(calls())
                .contains("--parameters admin=@.delivery/secret-admin")
                .doesNotContain("it's");
        assertThat(rehearsed.workspace().resolve("asked")).hasContent("it's \"so\"");
        assertThat(rehearsed.workspace().resolve(".delivery")).doesNotExist();
    }

    @Test
    void bicepIsAskedAgainAndHasToSayTheSame() throws Exception {
        rehearsed.file("main.bicep", "");
        program("az", """
                case "$*" in
                  *what-if*) echo x >> asked; printf '{"status": "Succeeded", "changes": [{"changeType": "Create", "resourceId": "/a%s"}]}' \
                    "$(cat moved 2> /dev/null && wc -l < asked)" ;;
                esac""");
        String script = "provisionInfrastructure(resourceGroup: 'shop', template: 'main.bicep')";
        PipelineOutcome outcome = run(script);
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(calls())
                .contains("az deployment group create --output none --resource-group shop --template-file main.bicep");

        Files.delete(folder.resolve("calls"));
        rehearsed.file("moved", "");
        assertThat(run(script).error()).contains("what would be done is not what was reviewed any more");
        assertThat(calls()).doesNotContain("deployment group create");
    }
}
