package io.jenkins.plugins.delivery.engine.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which version a build has: each build one of its own, so that no version is ever two things. */
public final class ReleaseVersion {
    /** What a tag of an image can be, as the OCI distribution specification says it. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private static final String SNAPSHOT = "-SNAPSHOT";

    private ReleaseVersion() {}

    /**
     * What the Jenkinsfile says, else the tag that is built, else the project's version with the number of the build.
     *
     * @throws IllegalArgumentException if there is none, or it cannot be the tag of an image
     */
    public static String of(
            @CheckForNull String said, @CheckForNull String tag, Optional<String> project, String build) {
        String version = said != null && !said.isBlank()
                ? said.strip()
                : tag != null && !tag.isBlank() ? tag.strip().replaceFirst("^v(?=\\d)", "") : project(project, build);
        if (version.equals("latest")) {
            throw new IllegalArgumentException(
                    "version: 'latest' says nothing of what is inside; give a version of its own.");
        }
        if (!TAG.matcher(version).matches()) {
            throw new IllegalArgumentException("version: '" + version
                    + "' cannot be the tag of an image: letters, digits, dots, dashes and underscores, at most 128.");
        }
        return version;
    }

    private static String project(Optional<String> project, String build) {
        String version = project.orElseThrow(
                () -> new IllegalArgumentException("There is no version: no tag is built, and no file here says one ("
                        + String.join(", ", ProjectVersion.FILES)
                        + "). Say it: version = '1.5.0', or version = env.BUILD_NUMBER."));
        String base = version.endsWith(SNAPSHOT) ? version.substring(0, version.length() - SNAPSHOT.length()) : version;
        return base.replace('+', '-') + "-" + build;
    }
}
