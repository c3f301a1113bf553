package io.jenkins.plugins.delivery.engine.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * A program on the agent that renders manifests and writes them to its output. Commands are argument lists: no shell reads
 * them.
 *
 * @param program name of the executable
 * @param version command that prints its version
 * @param render command that prints the manifests
 * @param install how to get the program
 */
public record ManifestTool(String program, List<String> version, List<String> render, String install) {
    public ManifestTool {
        version = List.copyOf(version);
        render = List.copyOf(render);
    }

    /**
     * What builds a Kustomize directory: kustomize itself, or the one that kubectl brings.
     *
     * @param directory path in the workspace
     */
    public static List<ManifestTool> kustomize(String directory) {
        String install =
                "install kustomize (https://kubectl.docs.kubernetes.io/installation/kustomize) or kubectl there";
        return List.of(
                new ManifestTool(
                        "kustomize",
                        List.of("kustomize", "version"),
                        List.of("kustomize", "build", local(directory)),
                        install),
                new ManifestTool(
                        "kubectl",
                        List.of("kubectl", "version", "--client"),
                        List.of("kubectl", "kustomize", local(directory)),
                        install));
    }

    /**
     * What renders a Helm chart.
     *
     * @param chart directory or archive in the workspace
     * @param release name of the release
     * @param namespace where it goes
     * @param values files in the workspace, the last one wins
     */
    public static List<ManifestTool> helm(String chart, String release, String namespace, List<String> values) {
        List<String> render = new ArrayList<>(List.of("helm", "template", release, local(chart)));
        render.addAll(List.of("--namespace", namespace));
        values.forEach(file -> render.addAll(List.of("--values", local(file))));
        return List.of(new ManifestTool(
                "helm",
                List.of("helm", "version", "--short"),
                render,
                "install helm 3 there (https://helm.sh/docs/intro/install)"));
    }

    /** A path that no tool takes for a repository, a URL or an option. */
    private static String local(String path) {
        return "./" + path;
    }
}
