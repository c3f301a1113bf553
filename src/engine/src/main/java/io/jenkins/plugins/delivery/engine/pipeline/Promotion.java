package io.jenkins.plugins.delivery.engine.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An artifact on its way from one environment to the next: only what served in the one before goes on, to the byte.
 *
 * @param app the application
 * @param image reference with a digest
 * @param from environment that it has to have passed
 * @param to environment that it is to go to
 */
public record Promotion(String app, String image, String from, String to) {
    private static final Pattern DIGEST = Pattern.compile("@(sha256:[0-9a-f]{64})$");

    /**
     * A deployment that is known.
     *
     * @param environment where to
     * @param images that it brought, as they were deployed
     * @param succeeded whether it serves, or served until another came
     * @param where the build, for people
     */
    public record Deployment(String environment, List<String> images, boolean succeeded, String where) {}

    /** The digest of a reference; empty where it has none. */
    public static Optional<String> digest(String image) {
        Matcher matcher = DIGEST.matcher(image);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Where it passed.
     *
     * @param deployments of the application, the oldest first
     * @throws IllegalArgumentException saying why it may not go on, and what to do
     */
    public String passed(List<Deployment> deployments) {
        String digest = digest(image)
                .orElseThrow(() -> new IllegalArgumentException("'" + image
                        + "' has no digest, and what it names can change between " + from + " and " + to
                        + ". Deploy by digest: buildImage and publishArtifact return it as reference, such as " + name()
                        + "@sha256:…"));
        String refused = "";
        for (int i = deployments.size() - 1; i >= 0; i--) {
            Deployment one = deployments.get(i);
            boolean same = one.environment().equals(from)
                    && one.images().stream()
                            .anyMatch(other ->
                                    digest(other).filter(digest::equals).isPresent());
            if (same && one.succeeded()) {
                return one.where();
            }
            refused = same && refused.isEmpty() ? one.where() : refused;
        }
        String why = refused.isEmpty()
                ? "it was never deployed there"
                : "it was deployed there by " + refused + ", and did not stay";
        throw new IllegalArgumentException(app + " " + shortened(digest) + " has not passed " + from + ": " + why + ". "
                + to + " gets only what passed " + from + "; deploy this digest there first.");
    }

    private String name() {
        int slash = image.lastIndexOf('/');
        int colon = image.indexOf(':', slash < 0 ? 0 : slash);
        return colon < 0 ? image : image.substring(0, colon);
    }

    private static String shortened(String digest) {
        return digest.substring(0, "sha256:".length() + 12);
    }
}
