package io.jenkins.plugins.delivery.engine.flow.image;

import java.util.HashSet;
import java.util.Set;

/** What an image and its base are called. */
final class Tags {
    private final Findings findings;
    private final Set<String> stages = new HashSet<>();

    Tags(Findings findings) {
        this.findings = findings;
    }

    void image(String name) {
        if (moves(name)) {
            findings.warning("tag " + name, "it says nothing of what is inside", "tag it with its version");
        }
    }

    /**
     * A base by digest stays what it is; {@code scratch}, earlier stages and variables are no images.
     *
     * @param stage what later lines call it, empty for nothing
     */
    void base(String name, String stage) {
        boolean image = !name.equals("scratch") && !name.contains("$") && !stages.contains(name);
        if (!stage.isEmpty()) {
            stages.add(stage);
        }
        if (image && !name.contains("@") && moves(name)) {
            findings.warning("base " + name, "it is another one tomorrow", "name a version, best with its digest");
        }
    }

    private static boolean moves(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.contains(":") || last.endsWith(":latest");
    }
}
