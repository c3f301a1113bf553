package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Deletes the files of secrets when their block has ended, however it did. */
final class TemporaryFiles extends BodyExecutionCallback.TailCall {
    private static final long serialVersionUID = 1;

    private final ArrayList<String> folders = new ArrayList<>();

    TemporaryFiles(List<BoundVariable> variables) {
        variables.stream().map(BoundVariable::file).filter(Objects::nonNull).forEach(folders::add);
    }

    @Override
    protected void finished(StepContext context) throws Exception {
        delete();
    }

    void delete() throws IOException {
        for (String folder : folders) {
            if (Files.exists(Path.of(folder))) {
                try (Stream<Path> all = Files.walk(Path.of(folder))) {
                    for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(one);
                    }
                }
            }
        }
    }
}
