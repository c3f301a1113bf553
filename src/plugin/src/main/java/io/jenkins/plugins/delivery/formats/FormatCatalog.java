package io.jenkins.plugins.delivery.formats;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormats;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The formats that a Jenkinsfile or a scanner of the settings may name: our own, and those of other plugins, of which ours win. */
public final class FormatCatalog {
    private static final Logger LOGGER = Logger.getLogger(FormatCatalog.class.getName());

    /** Titles by id, our own first. */
    private final Map<String, String> titles = new LinkedHashMap<>();

    private final Map<String, FormatProvider> providers = new TreeMap<>();

    public FormatCatalog() {
        ReportFormats.all().forEach(reader -> titles.put(reader.id(), reader.title()));
        ExtensionList.lookup(FormatProvider.class).forEach(this::add);
    }

    private void add(FormatProvider provider) {
        try {
            provider.titles().forEach((id, title) -> {
                if (titles.putIfAbsent(id, title) == null) {
                    providers.put(id, provider);
                }
            });
        } catch (LinkageError e) {
            LOGGER.log(Level.FINE, "A plugin that " + provider.getClass() + " needs is not installed", e);
        }
    }

    /** Titles by id, our own first. */
    public Map<String, String> titles() {
        return titles;
    }

    /** @throws ArgumentException naming the nearest format, or the plugin that brings more of them */
    public void check(String id) {
        if (!titles.containsKey(id) && providers.isEmpty()) {
            throw new ArgumentException(
                    "format",
                    "there is no format '" + id + "'" + NearestMatch.hint(id, titles.keySet())
                            + " (known are " + String.join(", ", titles.keySet())
                            + "; install the plugin analysis-model-api for those of the Analysis Model)");
        }
        Choices.pick("format", "format", id, titles.keySet());
    }

    /** The reader of another plugin, or null where the format is our own. */
    @CheckForNull
    public ProvidedReader provided(@CheckForNull String id) {
        FormatProvider provider = id == null ? null : providers.get(id);
        return provider == null ? null : provider.reader(id);
    }
}
