package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.formats.ProvidedReader;
import java.io.Serializable;

/**
 * The report of a scanner that was run.
 *
 * @param name what messages call it
 * @param path where it is on the agent
 * @param format id of its format; empty if the content says it
 * @param provided reads it where another plugin knows the format, else null
 * @param ofImage whether it is about the image of the step
 * @param ending how the scanner ended, in words, and what it printed last
 */
record ScannerOutput(
        String name,
        String path,
        String format,
        @CheckForNull ProvidedReader provided,
        boolean ofImage,
        String ending) implements Serializable {
    private static final long serialVersionUID = 1L;
}
