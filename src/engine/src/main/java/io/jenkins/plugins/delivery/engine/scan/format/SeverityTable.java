package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the words of a format become severities. A finding without a word, or with one that the table does not know, is
 * kept and gets the table's own severity for that.
 */
public final class SeverityTable {
    private final Map<String, Severity> words;
    private final Severity otherwise;

    /** The same words, and in capitals: nearly all tools write them in one of the two ways. */
    private final Map<String, Severity> written;

    private SeverityTable(Map<String, Severity> words, Severity otherwise) {
        this.words = Collections.unmodifiableMap(words);
        this.otherwise = otherwise;
        written = new HashMap<>(words);
        words.forEach((word, severity) -> written.put(word.toUpperCase(Locale.ROOT), severity));
    }

    /** A table without words: everything is of this severity. */
    public static SeverityTable otherwise(Severity severity) {
        return new SeverityTable(new LinkedHashMap<>(), severity);
    }

    /** This table and one severity with the words that mean it, in whatever case. */
    public SeverityTable with(Severity severity, String... means) {
        Map<String, Severity> more = new LinkedHashMap<>(words);
        for (String word : means) {
            more.put(word.toLowerCase(Locale.ROOT), severity);
        }
        return new SeverityTable(more, otherwise);
    }

    /** CRITICAL, HIGH, MEDIUM, LOW and INFO by their names, and what many tools call them. */
    static SeverityTable common() {
        return otherwise(Severity.MEDIUM)
                .with(Severity.CRITICAL, "critical")
                .with(Severity.HIGH, "high")
                .with(Severity.MEDIUM, "medium", "moderate")
                .with(Severity.LOW, "low")
                .with(Severity.INFO, "info", "informational", "negligible", "none");
    }

    public Severity of(@CheckForNull String word) {
        if (word == null) {
            return otherwise;
        }
        Severity exact = written.get(word);
        return exact != null ? exact : words.getOrDefault(word.trim().toLowerCase(Locale.ROOT), otherwise);
    }

    /** The words in lower case, in the order of the documentation. */
    public Map<String, Severity> words() {
        return words;
    }

    /** What a finding gets that has none of the words. */
    public Severity otherwise() {
        return otherwise;
    }
}
