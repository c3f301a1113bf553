package io.jenkins.plugins.delivery.engine.scan;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tools spell one package in several ways: {@code org.x:log4j-core}, {@code org.x/log4j-core}, {@code log4j-core}. */
final class PackageName {
    /** The normal form of PEP 503, which harms no other ecosystem. */
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private static final Pattern MAJOR_VERSION = Pattern.compile("/v\\d+$");
    private static final Pattern NO_ONE_VERSION = Pattern.compile(".*[<>=^~*|, ].*");

    private PackageName() {}

    /** The same for all spellings, in lower case; some different packages share it. */
    static String key(String name) {
        if (isPlain(name)) {
            return name;
        }
        String full = full(name);
        return full.substring(full.lastIndexOf('/') + 1);
    }

    /** Whether both are certainly the same package in the same version, given that one advisory is about both. */
    static boolean same(Component one, Component two) {
        String first = full(one.name());
        String second = full(two.name());
        String firstVersion = version(one);
        String secondVersion = version(two);
        boolean known = !firstVersion.isEmpty() && !secondVersion.isEmpty();
        if (known && !firstVersion.equals(secondVersion)) {
            return false;
        }
        boolean oneIsShort = !first.contains("/") || !second.contains("/");
        return first.equals(second) || known && oneIsShort && key(first).equals(key(second));
    }

    /** The installed version, empty where the tool says none or only which ones are affected. */
    static String version(Component component) {
        String version = component.version();
        if (NO_ONE_VERSION.matcher(version).matches()) {
            return "";
        }
        return version.startsWith("v") ? version.substring(1) : version;
    }

    /** Whether no other spelling is meant: most names are like that. */
    private static boolean isPlain(String name) {
        char before = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!letter && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String full(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace(':', '/');
        String module = lower.contains("/v") ? MAJOR_VERSION.matcher(lower).replaceFirst("") : lower;
        boolean plain = module.indexOf('.') < 0 && module.indexOf('_') < 0 && !module.contains("--");
        return plain ? module : SEPARATORS.matcher(module).replaceAll("-");
    }
}
