package io.jenkins.plugins.delivery.engine.pipeline;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A program that stages may need on the agent, and how to get it. */
public enum Program {
    GIT("git", "Install Git (Debian: apt-get install git)"),
    MAVEN(
            "mvn",
            "Install Maven (https://maven.apache.org/install.html), name it in Manage Jenkins, Tools, or put its wrapper"
                    + " into the repository: mvn wrapper:wrapper"),
    GRADLE(
            "gradle",
            "Put the wrapper into the repository (gradle wrapper), or install Gradle (https://gradle.org/install)"),
    NPM("npm", "Install Node.js, which brings npm (https://nodejs.org/en/download)"),
    PYTHON("python3", "Install Python 3 (https://www.python.org/downloads)"),
    GO("go", "Install Go (https://go.dev/doc/install)"),
    DOCKER("docker", "Install Docker (https://docs.docker.com/engine/install)"),
    BUILDKIT("buildctl", "Get BuildKit (https://github.com/moby/buildkit/releases)"),
    KANIKO("/kaniko/executor", "Run the stage in Kaniko's debug image, as a container of the agent's pod"),
    BUILDPACKS("pack", "Get pack (https://buildpacks.io/docs/install-pack)"),
    GITLEAKS("gitleaks", "Get Gitleaks (https://github.com/gitleaks/gitleaks/releases)"),
    TRIVY("trivy", "Get Trivy (https://trivy.dev/latest/getting-started/installation)"),
    TERRAFORM("terraform", "Install Terraform (https://developer.hashicorp.com/terraform/install)"),
    OPENTOFU("tofu", "Install OpenTofu (https://opentofu.org/docs/intro/install)"),
    PULUMI("pulumi", "Install Pulumi (https://www.pulumi.com/docs/iac/download-install)"),
    AZURE("az", "Install the Azure CLI (https://learn.microsoft.com/cli/azure/install-azure-cli)"),
    AWS("aws", "Install the AWS CLI (https://docs.aws.amazon.com/cli)"),
    FLYWAY("flyway", "Get Flyway (https://documentation.red-gate.com/flyway), or configure its Maven plugin"),
    LIQUIBASE("liquibase", "Get Liquibase (https://docs.liquibase.com)"),
    ALEMBIC("alembic", "Install Alembic (pip install alembic)"),
    KUSTOMIZE("kustomize", "Get Kustomize (https://kubectl.docs.kubernetes.io/installation/kustomize), or kubectl"),
    KUBECTL("kubectl", "Get kubectl (https://kubernetes.io/docs/tasks/tools)"),
    HELM("helm", "Get Helm 3 (https://helm.sh/docs/intro/install)"),
    CURL("curl", "Install curl (Debian: apt-get install curl)");

    private final String name;
    private final String howToGet;

    Program(String name, String howToGet) {
        this.name = name;
        this.howToGet = howToGet;
    }

    /** On the PATH, or an absolute path. */
    public String program() {
        return name;
    }

    /** A sentence without its dot. */
    public String howToGet() {
        return howToGet;
    }

    static Optional<Program> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name.equals(name)).findFirst();
    }

    /** All names, for who looks what an agent has. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Program::program).toList();
    }

    /**
     * Says that a stage has none of some programs.
     *
     * @param programs any of which would do
     */
    static String missing(String stage, Collection<Program> programs) {
        List<String> names = programs.stream().map(Program::program).toList();
        String ways = String.join("; ", programs.stream().map(Program::howToGet).toList());
        return stage + " needs " + String.join(" or ", names) + ", and this agent has "
                + (names.size() == 1 ? "none" : "none of them") + ". " + ways + ".";
    }
}
