package io.jenkins.plugins.delivery.engine.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a workspace holds.
 *
 * @param files names of the files and folders at its root
 * @param manifests texts of the manifests that are released
 * @param projectVersion that the project says of itself
 */
public record Workspace(Set<String> files, List<String> manifests, Optional<String> projectVersion) {
    private static final Set<String> COMPOSE =
            Set.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    public Workspace {
        files = Set.copyOf(files);
        manifests = List.copyOf(manifests);
    }

    public Optional<BuildTool> buildTool() {
        return BuildTool.of(files);
    }

    public StrategyChoice strategy() {
        return StrategyChoice.of(manifests, files.stream().anyMatch(COMPOSE::contains));
    }

    /** Of each list, any program will do. */
    List<List<Program>> needs(Stage stage) {
        List<List<Program>> needs = new ArrayList<>(stage.kind().needs());
        switch (stage.kind()) {
            case LINT, TEST -> {
                if (stage.way() == Stage.Way.USUAL) {
                    buildTool()
                            .flatMap(tool -> tool.program(files))
                            .flatMap(Program::named)
                            .ifPresent(program -> needs.add(List.of(program)));
                }
            }
            case SCAN -> {
                if (stage.way() == Stage.Way.USUAL) {
                    needs.add(List.of(Program.GITLEAKS, Program.TRIVY)); // every workspace may hold secrets
                }
            }
            case BUILD, PUBLISH -> needs.add(builders());
            default -> {
                // Its step says itself what is missing, and knows better what it needs.
            }
        }
        needs.removeIf(List::isEmpty);
        return needs;
    }

    /** Jib needs no more than Maven or Gradle, whose wrapper may be here. */
    private List<Program> builders() {
        List<Program> builders = new ArrayList<>();
        if (files.contains("Dockerfile") || files.contains("Containerfile")) {
            builders.addAll(List.of(Program.DOCKER, Program.BUILDKIT, Program.KANIKO));
        }
        Optional<BuildTool> tool = buildTool().filter(Set.of(BuildTool.MAVEN, BuildTool.GRADLE)::contains);
        if (tool.isPresent()) {
            Optional<Program> program = tool.get().program(files).flatMap(Program::named);
            if (program.isEmpty()) {
                return List.of();
            }
            builders.add(program.get());
        } else if (builders.isEmpty()) {
            builders.add(Program.BUILDPACKS);
        }
        return builders;
    }
}
