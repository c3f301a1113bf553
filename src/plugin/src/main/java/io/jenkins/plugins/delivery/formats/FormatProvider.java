package io.jenkins.plugins.delivery.formats;

import hudson.ExtensionPoint;
import java.util.Map;

/** Brings formats of reports that this plugin itself does not read. */
public abstract class FormatProvider implements ExtensionPoint {
    /** Titles of the formats by the ids that {@code format} of a Jenkinsfile names. */
    public abstract Map<String, String> titles();

    /** @param id one of {@link #titles} */
    public abstract ProvidedReader reader(String id);
}
