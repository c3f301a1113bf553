package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real terraform, whose built-in provider needs no download. */
@Timeout(120)
class InfrastructureVarsTest {
    private static final String CODE = """
            terraform {
              backend "local" {}
            }
            variable "size" {
              type    = string
              default = "small"
            }
            variable "password" {
              type      = string
              sensitive = true
              default   = "none"
            }
            resource "terraform_data" "network" {
              input = var.size
            }
            resource "terraform_data" "orders_database" {
              input            = var.password
              triggers_replace = var.size
            }
            """;

    @TempDir
    Path folder;

    private Rehearsed rehearsed;

    @BeforeEach
    void prepare() throws Exception {
        assumeTrue(Programs.has("terraform"), "Skipped: there is no terraform on the PATH to provision with");
        rehearsed = new Rehearsed(folder).file("main.tf", CODE);
    }

    private String provision(String more) {
        return "node { def plan = provisionInfrastructure(backend: [path: '" + folder.resolve("state/shop.tfstate")
                + "'], name: 'shop', dataStores: ['*database*']" + more
                + ")\n echo \"applied: ${plan.applied}, ${plan.summary}\" }";
    }

    private PipelineOutcome succeeded(PipelineOutcome outcome) {
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
        return outcome;
    }

    @Test
    void appliesThePlanThatItReportsAndRefusesToDestroyWhatHoldsData() throws Exception {
        assertThat(succeeded(rehearsed.run(provision(", variables: [size: \"it's small\"]")))
                        .text())
                .contains("applied: true, 2 to add, 0 to change, 0 to destroy")
                .contains("Infrastructure run: shop: 2 done, 0 failed, 0 not done");
        assertThat(folder.resolve("state/shop.tfstate")).content().contains("it's small");
        assertThat(rehearsed.workspace().resolve(".delivery")).doesNotExist();

        assertThat(succeeded(rehearsed.run(provision(", variables: [size: \"it's small\"]")))
                        .text())
                .contains("applied: false, Nothing to change");

        PipelineOutcome refused = rehearsed.run(provision(", variables: [size: 'big']"));
        assertThat(refused.result()).isEqualTo(Result.FAILURE);
        assertThat(refused.error())
                .contains("Infrastructure plan: shop: data stores destroyed without allowance: 1, 0 allowed");
        assertThat(refused.text()).contains("allowDestroy: ['terraform_data.orders_database']");
        assertThat(folder.resolve("state/shop.tfstate")).content().contains("it's small");

        assertThat(succeeded(rehearsed.run(provision(
                                ", variables: [size: 'big'], allowDestroy: ['terraform_data.orders_database']")))
                        .text())
                .contains("applied: true, 1 to add, 1 to change, 1 to destroy");
    }

    @Test
    void eachWorkspaceHasItsOwnStateAndIsMadeWhereItIsNotThere() throws Exception {
        rehearsed.file(
                "main.tf", "terraform {\n  backend \"local\" {}\n}\nresource \"terraform_data\" \"network\" {}\n");
        String backend = "backend: [workspace_dir: '" + folder.resolve("states") + "']";
        String script = "node { def plan = provisionInfrastructure(" + backend + ", workspace: 'staging')\n"
                + "echo \"applied: ${plan.applied}\"\n"
                + "echo \"drifted: ${detectDrift(" + backend + ", workspace: 'staging').figures.drifted}\"\n"
                + "detectDrift(" + backend + ", workspace: 'stagin') }";
        PipelineOutcome outcome = rehearsed.run(script);
        assertThat(outcome.text()).contains("Infrastructure plan: staging: 1 to add", "applied: true", "drifted: 0");
        assertThat(folder.resolve("states/staging/terraform.tfstate")).content().contains("terraform_data");
        assertThat(outcome.error()).as("only looking makes no workspace").contains("stagin");
        assertThat(folder.resolve("states/stagin")).doesNotExist();
    }

    @Test
    void refusesAPlanThatIsNotTheOneThatWasReviewed() throws Exception {
        PipelineOutcome outcome = rehearsed.run("""
                node {
                  Map settings = infrastructureTool.settings() + [owner: 'test', name: 'shop', localState: true, destroy: false]
                  infrastructureTerraform.plan(settings)
                  Map planned = deliveryReport(kind: 'terraform-plan', file: '.delivery/plan.json', artifact: '.delivery/plan.tfplan')
                  settings.variables = [size: 'other']
                  infrastructureTerraform.plan(settings)
                  infrastructureTerraform.apply(settings, planned)
                }""");
        assertThat(outcome.error())
                .contains("test: '.delivery/plan.tfplan' is not what was reviewed (SHA-256 ")
                .contains("Nothing was applied; plan again");
    }

    @Test
    void saysWhoHoldsTheLockOfTheState() throws Exception {
        rehearsed.file(
                "main.tf",
                CODE + "resource \"terraform_data\" \"slow\" {\n  provisioner \"local-exec\" {\n"
                        + "    command = \"while [ ! -e done ]; do sleep 0.1; done\"\n  }\n}\n");
        String state = folder.resolve("state/shop.tfstate").toString();
        PipelineOutcome outcome = rehearsed.run("""
                node {
                  sh 'terraform init -input=false -backend-config=path=%1$s > /dev/null'
                  sh '(terraform apply -auto-approve -input=false > apply.log 2>&1 || true) & while [ ! -e %2$s ]; do sleep 0.1; done'
                  try {
                    provisionInfrastructure(backend: [path: '%1$s'], name: 'shop', lockTimeout: '0s')
                  } finally {
                    sh 'touch done; while [ -e %2$s ]; do sleep 0.1; done'
                  }
                }""".formatted(state, folder.resolve("state/.shop.tfstate.lock.info")));
        assertThat(outcome.error())
                .as(outcome.text())
                .contains("is locked by ")
                .contains(" for 'apply' (lock ")
                .contains("nothing was changed");
        assertThat(outcome.text()).contains("terraform force-unlock ");
    }

    @Test
    void anApplyThatFailsHalfWaySaysWhatWasAndWasNotDone() throws Exception {
        rehearsed.file(
                "main.tf",
                CODE + "resource \"terraform_data\" \"bad\" {\n  input = terraform_data.network.id\n"
                        + "  provisioner \"local-exec\" {\n    command = \"exit 3\"\n  }\n}\n"
                        + "resource \"terraform_data\" \"after\" {\n  input = terraform_data.bad.id\n}\n");
        PipelineOutcome outcome = rehearsed.run(provision(""));
        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("terraform_data.bad: local-exec provisioner error");
        assertThat(outcome.text())
                .contains("Infrastructure run: shop: 2 done, 1 failed, 1 not done")
                .contains("plan again when the reason is gone, and only the rest is planned");
    }

    @Test
    void aStateThatWouldBeLostWithTheAgentIsRefused() throws Exception {
        rehearsed.file("main.tf", "resource \"terraform_data\" \"a\" {}\n");
        assertThat(rehearsed.run("node { provisionInfrastructure() }").error())
                .contains("provisionInfrastructure: the code names no backend")
                .contains("or say localState: true");
    }

    @Test
    void badInputStopsBeforeAnythingIsTouched() throws Exception {
        assertThat(rehearsed.run("node { provisionInfrastructure aply: true }").error())
                .contains("there is no setting 'aply'; did you mean 'apply'?");
        assertThat(rehearsed
                        .run("node { provisionInfrastructure destroy: true }")
                        .error())
                .contains("destroying everything needs an approval");
        assertThat(rehearsed
                        .run("node { withEnv(['PATH=/nowhere:/bin:/usr/bin']) { provisionInfrastructure() } }")
                        .error())
                .contains("the agent has no 'terraform' and no 'tofu' on its PATH")
                .contains("https://opentofu.org/docs/intro/install");
        Files.delete(rehearsed.workspace().resolve("main.tf"));
        assertThat(rehearsed.run("node { detectDrift() }").error()).contains("there is no *.tf, Pulumi.yaml, *.bicep");
    }

    @Test
    void driftIsAFindingAndNothingIsApplied() throws Exception {
        succeeded(rehearsed.run(provision("")));
        String backend = "backend: [path: '" + folder.resolve("state/shop.tfstate") + "'], name: 'shop'";
        assertThat(succeeded(rehearsed.run("node { detectDrift(" + backend + ") }"))
                        .text())
                .contains("Infrastructure drift: shop: Everything is as the code says");

        rehearsed.file("main.tf", CODE.replace("\"small\"", "\"large\""));
        PipelineOutcome drifted = rehearsed.run(
                "node { def drift = detectDrift(" + backend + ")\n echo \"drifted: ${drift.figures.drifted}\" }");
        assertThat(drifted.result()).as(drifted.text()).isEqualTo(Result.UNSTABLE);
        assertThat(drifted.text()).contains("drifted: 2");
        assertThat(rehearsed
                        .run("node { detectDrift(" + backend + ", result: 'FAILURE') }")
                        .result())
                .isEqualTo(Result.FAILURE);
        assertThat(folder.resolve("state/shop.tfstate")).content().doesNotContain("large");
    }
}
