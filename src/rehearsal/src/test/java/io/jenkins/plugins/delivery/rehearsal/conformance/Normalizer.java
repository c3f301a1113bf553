package io.jenkins.plugins.delivery.rehearsal.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Replaces what differs from machine to machine, as the recordings do. */
public final class Normalizer {
    private static final Pattern KNOWN_STEPS = Pattern.compile("found among steps \\[.*$");
    private static final Pattern JVM_MESSAGE = Pattern.compile(
            "(java\\.lang\\.NullPointerException): Cannot (?!invoke method|get property|set property).*");

    private final List<String[]> replacements;

    public Normalizer(Path home, Path workspace, String job, Path source, String url) {
        this.replacements = List.of(
                new String[] {workspace.toString(), "${WORKSPACE}"},
                new String[] {source.toString(), "${REPO}"},
                new String[] {home.toString(), "${JENKINS_HOME}"},
                new String[] {url, "http://${HOST}/"},
                new String[] {job, "${JOB}"});
    }

    public String own(String line) {
        String text = line;
        for (String[] replacement : replacements) {
            text = text.replace(replacement[0], replacement[1]);
        }
        text = text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "\\${ID}")
                .replaceAll("\\b[0-9a-f]{64}\\b", "\\${ID}")
                .replaceAll("\\b[0-9a-f]{40}\\b", "\\${ID}")
                .replaceAll("durable-[0-9a-f]+", "durable-\\${ID}")
                .replaceAll("CpsClosure2@[0-9a-f]+", "CpsClosure2@\\${ID}")
                .replaceAll("@[0-9a-f]{5,8}\\b", "@\\${ID}")
                .replaceAll(
                        "Resuming build at .* after Jenkins restart",
                        "Resuming build at \\${TIME} after Jenkins restart")
                .replaceAll("^\\[\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\\]", "[\\${TIME}]")
                .replaceAll("Ready to run at .*", "Ready to run at \\${TIME}");
        return common(text);
    }

    /** What cannot be equal on two machines, in recordings and here: the installed steps, and the words of a Java VM. */
    static String common(String line) {
        String text = KNOWN_STEPS.matcher(line).replaceFirst("found among steps [...]");
        return JVM_MESSAGE.matcher(text).replaceFirst("$1");
    }
}
