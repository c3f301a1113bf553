package io.jenkins.plugins.delivery.engine.flow.image;

import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.Row;

/** Collects what is found. */
final class Findings {
    private final Reading.Draft draft = Reading.draft("what", "why", "what to do");
    private long secrets;
    private long warnings;

    void secret(String where, String why) {
        secrets++;
        draft.row(
                Row.Tone.DANGER,
                where,
                why,
                "leave it out of the build (.dockerignore, build secrets), and change the secret: layers keep what later ones delete");
    }

    void warning(String what, String why, String remedy) {
        warnings++;
        draft.row(Row.Tone.WARNING, what, why, remedy);
    }

    Reading reading(long layers, long files) {
        return draft.count("secrets", "secrets", secrets)
                .count("warnings", "warnings", warnings)
                .count("layers", "layers", layers)
                .count("files", "files", files)
                .summary(
                        secrets + warnings == 0
                                ? "Nothing is wrong with the image."
                                : count(secrets, "secret") + " and " + count(warnings, "warning") + " in "
                                        + count(layers, "layer") + ".");
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
