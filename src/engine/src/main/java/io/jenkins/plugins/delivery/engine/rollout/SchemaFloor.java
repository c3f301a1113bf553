package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Keeps a rollback above the database: each release may say the oldest version that works with the schema as it leaves it,
 * and what ran between then and now has left it so, whether it was any good or not.
 */
final class SchemaFloor {
    private SchemaFloor() {}

    /**
     * @param releases all that are kept, newest first
     * @throws ArgumentException when the release is older than a floor, or when that cannot be told
     */
    static void check(Release wanted, List<Release> releases) {
        for (Release later : releases) {
            if (later.number() > wanted.number()) {
                check(wanted, later.schemaFloor(), "version " + later.version(), releases);
            }
        }
    }

    /**
     * @param floor what a migration has left that no release tells of yet, or null
     * @throws ArgumentException when the release is older than the floor, or when that cannot be told
     */
    static void check(Release wanted, @CheckForNull String floor, List<Release> releases) {
        check(wanted, floor, "a migration", releases);
    }

    private static void check(Release wanted, @CheckForNull String floor, String who, List<Release> releases) {
        if (floor != null && !floor.equals(wanted.version())) {
            OptionalInt compared = compare(wanted, floor, releases);
            if (compared.isEmpty() || compared.getAsInt() < 0) {
                throw new ArgumentException("to", sentence(who, wanted, floor, compared.isEmpty()));
            }
        }
    }

    /** By the versions themselves, or by the order in which they were released. */
    private static OptionalInt compare(Release wanted, String floor, List<Release> releases) {
        OptionalInt byNumbers = Versions.compare(wanted.version(), floor);
        return byNumbers.isPresent()
                ? byNumbers
                : releases.stream()
                        .filter(release -> release.version().equals(floor))
                        .mapToInt(release -> Integer.compare(wanted.number(), release.number()))
                        .findFirst();
    }

    private static String sentence(String who, Release wanted, String floor, boolean unknown) {
        String said = who + " has left a database that works with " + floor + " or newer (schemaFloor)";
        return unknown
                ? said + ", and whether '" + wanted.version()
                        + "' is older than that cannot be told; roll forward instead"
                : said + ", so that version " + wanted.version()
                        + " would not; migrate the database back first, or roll forward";
    }
}
