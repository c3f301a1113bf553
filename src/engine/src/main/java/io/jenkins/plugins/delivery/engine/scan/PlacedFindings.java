package io.jenkins.plugins.delivery.engine.scan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Findings in files. The same text twice in one file is two problems, told apart by their order; the same place seen
 * by a second run is the first problem again, and so is the same weakness at the same line seen by another tool.
 */
final class PlacedFindings {
    private static final int REMOVED = -1;

    private final FindingArena arena;
    private final PositionTable byFingerprint = new PositionTable();
    private final PositionTable byWeakness = new PositionTable();
    private final BitSet seenInRun = new BitSet();
    private boolean firstRun = true;
    private int size;
    private int[] addresses = new int[256];

    /** How many problems have the fingerprint of the first one of them. */
    private int[] occurrences = new int[256];

    PlacedFindings(FindingArena arena) {
        this.arena = arena;
    }

    /** A tool starts to report. */
    void run() {
        firstRun = size == 0;
        seenInRun.clear();
    }

    /** @param certain whether equal fingerprints at one line mean one problem, as for a secret that is known */
    void add(Arrival arrival, boolean certain) {
        if (certain && addAgain(arrival)) {
            return;
        }
        int added = firstRun ? addOccurrence(arrival) : addWitness(arrival);
        if (added >= 0 && !arrival.shape().weaknesses().isEmpty() && arrival.line() > 0) {
            join(added, arrival);
        }
    }

    private boolean addAgain(Arrival arrival) {
        int known = find(arrival, 1);
        if (known < 0 || arena.line(addresses[known]) != arrival.line()) {
            return false;
        }
        merge(known, arrival);
        return true;
    }

    private int addOccurrence(Arrival arrival) {
        int first = find(arrival, 1);
        if (first < 0) {
            return append(arrival, 1);
        }
        occurrences[first]++;
        return append(arrival, occurrences[first]);
    }

    /** Where it was added, or -1 if an earlier run has said the same. */
    private int addWitness(Arrival arrival) {
        for (int occurrence = 1; ; occurrence++) {
            int known = find(arrival, occurrence);
            if (known < 0) {
                int first = occurrence == 1 ? size : find(arrival, 1);
                int added = append(arrival, occurrence);
                occurrences[first] = occurrence;
                seenInRun.set(added);
                return added;
            }
            if (arena.line(addresses[known]) == arrival.line() && !seenInRun.get(known)) {
                seenInRun.set(known);
                merge(known, arrival);
                return -1;
            }
        }
    }

    private int find(Arrival arrival, int occurrence) {
        int at = byFingerprint.first(arrival.hash(occurrence));
        while (at >= 0 && (addresses[at] == REMOVED || !arena.isCalled(addresses[at], arrival.digest(), occurrence))) {
            at = byFingerprint.next();
        }
        return at;
    }

    private int append(Arrival arrival, int occurrence) {
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size + (size >> 1));
            occurrences = Arrays.copyOf(occurrences, addresses.length);
        }
        addresses[size] = arena.add(arrival, occurrence);
        occurrences[size] = occurrence;
        byFingerprint.add(arrival.hash(occurrence), size);
        return size++;
    }

    private void merge(int known, Arrival other) {
        int address = addresses[known];
        Finding both = arena.get(address).and(other.finding());
        FindingShape shape = FindingShape.of(both, arena.shape(address).weaknesses());
        KnownPaths.Known path = arena.path(address);
        Arrival merged = new Arrival(
                arena.digest(address),
                shape,
                null,
                null,
                both.message(),
                path == null ? other.path() : path,
                path == null ? other.line() : arena.line(address));
        addresses[known] = arena.add(merged, arena.occurrence(address));
    }

    /** Sound only where both tools name the weakness and the line, and one has not said it before. */
    private void join(int added, Arrival arrival) {
        for (String weakness : arrival.shape().weaknesses()) {
            int other = byWeakness.find(hash(arrival, weakness), at -> isSame(at, arrival, weakness));
            if (other >= 0) {
                addresses[added] = REMOVED;
                merge(other, arrival);
                return;
            }
        }
        for (String weakness : arrival.shape().weaknesses()) {
            byWeakness.add(hash(arrival, weakness), added);
        }
    }

    private static int hash(Arrival arrival, String weakness) {
        return Objects.hash(arrival.shape().kind(), arrival.place(), weakness);
    }

    private boolean isSame(int at, Arrival arrival, String weakness) {
        if (addresses[at] == REMOVED) {
            return false;
        }
        FindingShape shape = arena.shape(addresses[at]);
        return shape.kind() == arrival.shape().kind()
                && shape.weaknesses().contains(weakness)
                && Collections.disjoint(shape.witnesses(), arrival.shape().witnesses())
                && Objects.equals(arrival.place(), arena.get(addresses[at]).place());
    }

    /** Where they are kept, in the order of the reports. */
    IntStream finish() {
        return Arrays.stream(addresses, 0, size).filter(address -> address != REMOVED);
    }
}
