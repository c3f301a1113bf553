package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader gathers of one finding while it streams; its sink makes the {@link Finding} of it. */
public final class FindingDraft {
    private static final int LONGEST_MESSAGE = 1000;
    private static final int LONGEST_NAME = 400;
    private static final char ESCAPE = 0x1B;

    /** Colours and other orders to a terminal, which some tools write into their reports. */
    private static final Pattern TERMINAL =
            Pattern.compile("\\x1B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)?|.?)");

    private static final int LONGEST_IDENTITY = 100_000;
    private static final Pattern CWE = Pattern.compile("(?i)^(?:.*\\bCWE[-_: ]?)?0*(\\d{1,5})(?!\\d)");

    private final String tool;
    private final Kind kind;
    private String rule = "";
    private List<String> aliases = List.of();
    private Severity severity = Severity.MEDIUM;
    private String statedSeverity = "";
    private String message = "";

    @CheckForNull
    private Place place;

    @CheckForNull
    private Component component;

    @CheckForNull
    private String suppressedInSource;

    @CheckForNull
    private String identity;

    @CheckForNull
    private String secret;

    private List<String> weaknesses = List.of();
    private boolean inImage;

    public FindingDraft(String tool, Kind kind) {
        this.tool = tool;
        this.kind = kind;
    }

    public FindingDraft rule(@CheckForNull String id) {
        rule = cut(id, LONGEST_NAME);
        return this;
    }

    /** Another name of the same advisory; null, empty and repeated ones are ignored. */
    public FindingDraft alias(@CheckForNull String name) {
        if (name != null && !name.isBlank() && !name.equals(rule) && !aliases.contains(name)) {
            aliases = aliases.isEmpty() ? new ArrayList<>(2) : aliases;
            aliases.add(cut(name, LONGEST_NAME));
        }
        return this;
    }

    public FindingDraft severity(Severity value, @CheckForNull String stated) {
        severity = value;
        statedSeverity = cut(stated, LONGEST_NAME);
        return this;
    }

    public FindingDraft message(@CheckForNull String text) {
        message = cut(text, LONGEST_MESSAGE);
        return this;
    }

    /** Where it is; a null or empty path means that the tool does not say. */
    public FindingDraft place(@CheckForNull String path, int line) {
        place = path == null || path.isEmpty() ? null : new Place(cut(path, LONGEST_MESSAGE), line);
        return this;
    }

    /** Which package it is about; a null or empty name means that the tool does not say. */
    public FindingDraft component(@CheckForNull String name, @CheckForNull String version, @CheckForNull String fix) {
        component = name == null || name.isEmpty()
                ? null
                : new Component(cut(name, LONGEST_NAME), cut(version, LONGEST_NAME), cut(fix, LONGEST_NAME));
        return this;
    }

    public FindingDraft suppressedInSource(@CheckForNull String why) {
        suppressedInSource = why == null ? null : cut(why, LONGEST_MESSAGE);
        return this;
    }

    /** Text that identifies the finding better than its message, such as the surrounding source or the tool's own fingerprint. */
    public FindingDraft identity(@CheckForNull String text) {
        boolean cut = text != null && text.length() > LONGEST_IDENTITY;
        String kept = cut ? text.substring(0, LONGEST_IDENTITY) + text.length() : text;
        identity = kept == null || kept.isEmpty() ? null : kept;
        return this;
    }

    /**
     * The secret that was found, as it stands in the file. It leaves this object as part of a keyed digest only; tools
     * that agree on it agree on the finding. What a tool hides ({@code REDACTED}, asterisks) tells nothing and is
     * ignored.
     */
    public FindingDraft secret(@CheckForNull String text) {
        boolean hidden = text == null || text.isBlank() || text.contains("REDACTED") || text.contains("***");
        return secretSha1(hidden ? null : Sha1.hex(text.strip()));
    }

    /** As {@link #secret}, where the tool has put an SHA-1 (hexadecimal) in place of the secret itself. */
    public FindingDraft secretSha1(@CheckForNull String hex) {
        secret = hex == null || hex.isBlank() ? null : hex.strip().toLowerCase(Locale.ROOT);
        return this;
    }

    /**
     * The class of weakness, such as {@code CWE-79} in any spelling that has the number. Two tools that name the same
     * one at the same line mean the same problem.
     */
    public FindingDraft weakness(@CheckForNull String cwe) {
        Matcher id = CWE.matcher(cwe == null ? "" : cwe);
        if (id.find()) {
            weaknesses = new ArrayList<>(weaknesses);
            weaknesses.add("CWE-" + Integer.parseInt(id.group(1)));
        }
        return this;
    }

    /** Classes of weakness in the spelling {@code CWE-79}, in place of those told before. */
    public FindingDraft weaknesses(List<String> cwes) {
        weaknesses = cwes;
        return this;
    }

    /** Whether the tool looked at the image of the scan, and at nothing else. */
    FindingDraft inImage(boolean value) {
        inImage = value;
        return this;
    }

    /** Whether a package and an advisory identify it, wherever the package was seen. */
    boolean isAboutPackage() {
        return component != null && kind != Kind.CODE;
    }

    /** Names its file as the tree does, and gives it an identity. */
    Arrival arrival(Fingerprints fingerprints, KnownPaths paths) {
        KnownPaths.Known path = path(paths);
        byte[] digest = digest(fingerprints, paths, path);
        boolean ofPackage = isAboutPackage();
        return new Arrival(
                digest,
                shape(ofPackage),
                ofPackage ? rule : null,
                ofPackage ? component : null,
                message,
                path,
                place == null ? 0 : place.line());
    }

    /** Whether equal fingerprints at one line mean one problem, as for a secret that is known. */
    boolean isCertain() {
        return secret != null;
    }

    @CheckForNull
    private KnownPaths.Known path(KnownPaths paths) {
        return place == null ? null : paths.known(place.path());
    }

    private byte[] digest(Fingerprints fingerprints, SourceTree tree, @CheckForNull KnownPaths.Known path) {
        String surroundings = null;
        if (place != null && path != null) {
            place = path.text.equals(place.path()) ? place : new Place(path.text, place.line());
            surroundings = isAboutPackage() ? null : tree.text(path.text, place.line());
        }
        return fingerprints.digestOf(this, surroundings);
    }

    private FindingShape shape(boolean ofPackage) {
        return new FindingShape(
                List.of(),
                List.of(tool),
                ofPackage ? "" : rule,
                aliases,
                kind,
                severity,
                statedSeverity,
                ofPackage ? null : component,
                suppressedInSource,
                ofPackage ? List.of() : weaknesses,
                inImage,
                ofPackage);
    }

    String tool() {
        return tool;
    }

    Kind kind() {
        return kind;
    }

    String rule() {
        return rule;
    }

    List<String> aliases() {
        return aliases;
    }

    String message() {
        return message;
    }

    @CheckForNull
    Place place() {
        return place;
    }

    @CheckForNull
    Component component() {
        return component;
    }

    @CheckForNull
    String identity() {
        return identity;
    }

    @CheckForNull
    String secret() {
        return secret;
    }

    List<String> weaknesses() {
        return weaknesses;
    }

    private static String cut(@CheckForNull String text, int longest) {
        if (text == null) {
            return "";
        }
        String plain = text.indexOf(ESCAPE) < 0 ? text : TERMINAL.matcher(text).replaceAll("");
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
