package io.jenkins.plugins.delivery.engine.scan;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a package URL (purl-spec) as says which package and version is meant. */
record PackageUrl(String name, String version) {
    private static final Pattern PURL = Pattern.compile("pkg:/*[^/]+/((?:%40|@)?[^@?#]+)(?:@([^?#]*))?(?:[?#].*)?");

    /** Nothing if the text is no package URL, or that of an image. */
    static Optional<PackageUrl> parse(String text) {
        Matcher purl = PURL.matcher(text);
        if (!purl.matches() || ImageReference.isImage(text)) {
            return Optional.empty();
        }
        String version = purl.group(2) == null ? "" : decoded(purl.group(2));
        return Optional.of(new PackageUrl(decoded(purl.group(1)), version));
    }

    /** Whether it means this package; if it names a version, only that one. */
    boolean means(Component component) {
        if (version.isEmpty()) {
            return PackageName.same(
                    new Component(name, component.version(), ""),
                    new Component(component.name(), component.version(), ""));
        }
        return !PackageName.version(component).isEmpty()
                && PackageName.same(new Component(name, version, ""), component);
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
