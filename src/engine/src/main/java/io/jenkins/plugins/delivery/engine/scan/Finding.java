package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One problem that one or several tools reported.
 *
 * <p>A finding of kind {@link Kind#SECRET} never holds the secret itself: its readers leave matched text out, and its
 * fingerprint is keyed.
 *
 * @param fingerprint identity that survives moved lines; equal for the same problem in two builds
 * @param otherFingerprints those under which other tools would have reported it alone
 * @param witnesses tools that reported it, at least one
 * @param rule the tool's id of the rule, advisory or licence
 * @param aliases other names of the same advisory
 * @param kind what it is about
 * @param severity by the table of the format
 * @param statedSeverity the tool's own word, empty where it said none
 * @param message one or a few sentences, as the tool wrote them
 * @param place where, if the tool says so
 * @param component which package, for dependencies, images and licences
 * @param suppressedInSource why the tool itself says that this does not count, else null
 * @param inImage whether it was seen in the image of the scan and nowhere else
 */
public record Finding(
        String fingerprint,
        List<String> otherFingerprints,
        List<String> witnesses,
        String rule,
        List<String> aliases,
        Kind kind,
        Severity severity,
        String statedSeverity,
        String message,
        @CheckForNull Place place,
        @CheckForNull Component component,
        @CheckForNull String suppressedInSource,
        boolean inImage)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One that is not known to be in an image. */
    public Finding(
            String fingerprint,
            List<String> otherFingerprints,
            List<String> witnesses,
            String rule,
            List<String> aliases,
            Kind kind,
            Severity severity,
            String statedSeverity,
            String message,
            @CheckForNull Place place,
            @CheckForNull Component component,
            @CheckForNull String suppressedInSource) {
        this(
                fingerprint,
                otherFingerprints,
                witnesses,
                rule,
                aliases,
                kind,
                severity,
                statedSeverity,
                message,
                place,
                component,
                suppressedInSource,
                false);
    }

    public Finding {
        otherFingerprints = otherFingerprints == null ? List.of() : List.copyOf(otherFingerprints);
        witnesses = List.copyOf(witnesses);
        aliases = List.copyOf(aliases);
    }

    /** The same problem seen by another tool: the worse severity counts, and every name and witness is kept. */
    Finding and(Finding other) {
        Finding worse = other.severity.compareTo(severity) < 0 ? other : this;
        return new Finding(
                fingerprint,
                otherFingerprints(other),
                union(witnesses, other.witnesses),
                rule,
                otherNames(other),
                kind,
                worse.severity,
                worse.statedSeverity,
                message,
                place == null ? other.place : place,
                component == null ? other.component : component.and(other.component),
                suppressedInSource == null ? null : other.suppressedInSource,
                inImage && other.inImage);
    }

    private List<String> otherFingerprints(Finding other) {
        List<String> both = union(otherFingerprints, other.otherFingerprints);
        return other.fingerprint.equals(fingerprint) ? both : union(both, List.of(other.fingerprint));
    }

    private List<String> otherNames(Finding other) {
        List<String> names = new ArrayList<>(union(aliases, other.aliases));
        if (!other.rule.equals(rule) && !names.contains(other.rule)) {
            names.add(other.rule);
        }
        names.remove(rule);
        return names;
    }

    private static List<String> union(List<String> one, List<String> two) {
        if (two.isEmpty() || one.containsAll(two)) {
            return one;
        }
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(two);
        return List.copyOf(all);
    }

    /** Every name that somebody might call this finding by. */
    public List<String> names() {
        List<String> names = new ArrayList<>(aliases.size() + 1);
        names.add(rule);
        names.addAll(aliases);
        return Collections.unmodifiableList(names);
    }

    /** Rule and subject in a few words, as a verdict lists it. */
    public String label() {
        if (component != null) {
            return rule + " in " + component;
        }
        return place == null ? rule : rule + " at " + place;
    }
}
