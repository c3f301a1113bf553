package io.jenkins.plugins.delivery.rehearsal.cluster.image;

/**
 * How a pod or a tag names an image.
 *
 * @param host registry with port; empty when the name has none
 * @param reference a tag, or a digest
 */
public record ImageReference(String host, String repository, String reference) {
    /** Reads {@code [host[:port]/]path[:tag][@digest]}; the tag defaults to {@code latest}, a digest beats a tag. */
    public static ImageReference parse(String text) {
        int at = text.indexOf('@');
        String named = at < 0 ? text : text.substring(0, at);
        int slash = named.indexOf('/');
        String first = slash < 0 ? "" : named.substring(0, slash);
        boolean hasHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        String path = hasHost ? named.substring(slash + 1) : named;
        int colon = path.lastIndexOf(':');
        String tag = colon > path.lastIndexOf('/') ? path.substring(colon + 1) : "latest";
        String repository = colon > path.lastIndexOf('/') ? path.substring(0, colon) : path;
        return new ImageReference(hasHost ? first : "", repository, at < 0 ? tag : text.substring(at + 1));
    }

    /** Whether it says exactly which bytes. */
    public boolean isDigest() {
        return reference.matches(Digests.PATTERN);
    }

    @Override
    public String toString() {
        return (host.isEmpty() ? "" : host + "/") + repository + (isDigest() ? "@" : ":") + reference;
    }
}
