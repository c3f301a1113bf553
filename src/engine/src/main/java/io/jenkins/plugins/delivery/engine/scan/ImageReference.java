package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image as a build names it, or as a package URL of type {@code oci} or {@code docker} does (purl-spec).
 *
 * @param repository with its registry where that is said, such as {@code registry.example.com/shop}
 * @param tag empty where none is said
 * @param digest such as {@code sha256:…}, empty where none is said
 */
record ImageReference(String repository, String tag, String digest) {
    private static final Pattern NAME = Pattern.compile("([^@]+?)(?::([^:/@]+))?(?:@(.+))?");
    private static final Pattern PURL =
            Pattern.compile("pkg:/*(oci|docker)/([^@?#]+)(?:@([^?#]*))?(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9]+:[0-9a-fA-F]{32,}");

    /** Nothing if the text is no reference. */
    static Optional<ImageReference> parse(String text) {
        Matcher name = NAME.matcher(text);
        return name.matches()
                ? Optional.of(new ImageReference(name.group(1), orEmpty(name.group(2)), orEmpty(name.group(3))))
                : Optional.empty();
    }

    /** Whether a text of a statement is about an image, rather than a package. */
    static boolean isImage(String text) {
        return PURL.matcher(text).matches() || DIGEST.matcher(text).matches();
    }

    /** Whether a package URL or a digest means this image. What cannot be told of it, such as its digest, means another. */
    boolean isMeantBy(String text) {
        if (DIGEST.matcher(text).matches()) {
            return digest.equalsIgnoreCase(text);
        }
        Matcher purl = PURL.matcher(text);
        if (!purl.matches()) {
            return false;
        }
        String version = PackageUrl.decoded(orEmpty(purl.group(3)));
        String qualifiers = orEmpty(purl.group(4));
        String name = PackageUrl.decoded(purl.group(2));
        if (!isOf(name, qualifier(qualifiers, "repository_url"))) {
            return false;
        }
        if (version.contains(":")) {
            return digest.equalsIgnoreCase(version);
        }
        String wanted = version.isEmpty() ? qualifier(qualifiers, "tag") : version;
        return wanted.isEmpty() || wanted.equals(tag);
    }

    /** The URL of the repository has the name at its end, or is that of the registry alone. */
    private boolean isOf(String name, String url) {
        String own = full(repository);
        if (url.isEmpty()) {
            return own.endsWith("/" + name);
        }
        return own.equals(full(url)) && own.endsWith("/" + name) || own.equals(full(url + "/" + name));
    }

    /** With the registry and folder that Docker adds where none is written. */
    private static String full(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        return registry ? name : "docker.io/" + (slash < 0 ? "library/" : "") + name;
    }

    private static String qualifier(String qualifiers, String key) {
        for (String each : qualifiers.split("&")) {
            if (each.startsWith(key + "=")) {
                return PackageUrl.decoded(each.substring(key.length() + 1));
            }
        }
        return "";
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }
}
