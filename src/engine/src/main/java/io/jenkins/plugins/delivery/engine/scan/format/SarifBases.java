package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What the URI base ids of a run stand for (SARIF 2.1.0, section 3.14.14). A relative base is put before the paths that
 * name it. The one absolute base is where the checkout was on that machine, which is no part of a path; if there are
 * several, paths below them are told apart by it.
 */
final class SarifBases {
    private static final int LONGEST_CHAIN = 20;

    private record Base(String uri, @CheckForNull String within) {}

    private final Map<String, Base> bases = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();

    void read(JsonInput json) throws IOException {
        json.object(id -> {
            SarifArtifact base = new SarifArtifact();
            base.location(json);
            bases.put(id, new Base(base.uri, base.base));
        });
        prefixes.clear();
    }

    /** The path of this URI within this base. */
    String path(String uri, @CheckForNull String base) {
        if (base == null || bases.isEmpty() || isAbsolute(uri)) {
            return SarifPaths.path(uri);
        }
        return SarifPaths.path(prefixes.computeIfAbsent(base, this::prefix) + uri);
    }

    /** Whether a path is another one with these bases than without. */
    boolean changePaths() {
        return bases.keySet().stream().anyMatch(id -> !prefix(id).isEmpty());
    }

    private String prefix(String id) {
        StringBuilder prefix = new StringBuilder();
        String within = id;
        for (int i = 0; within != null && i < LONGEST_CHAIN; i++) {
            Base base = bases.get(within);
            if (base == null) {
                break;
            }
            boolean absolute = isAbsolute(base.uri);
            if (!absolute || several()) {
                prefix.insert(0, base.uri.isEmpty() || base.uri.endsWith("/") ? base.uri : base.uri + "/");
            }
            within = absolute ? null : base.within;
        }
        return prefix.toString();
    }

    private boolean several() {
        return bases.values().stream()
                        .map(Base::uri)
                        .filter(SarifBases::isAbsolute)
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean isAbsolute(String uri) {
        return uri.startsWith("/") || uri.indexOf(':') > 0;
    }
}
