package io.jenkins.plugins.delivery.formats;

import edu.hm.hafner.analysis.registry.ParserDescriptor;
import edu.hm.hafner.analysis.registry.ParserRegistry;
import hudson.Extension;
import java.util.Map;
import java.util.TreeMap;

/** The formats of the Analysis Model, where the plugin analysis-model-api is installed. */
@Extension(optional = true)
public final class AnalysisModelFormats extends FormatProvider {
    @Override
    public Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        for (ParserDescriptor format : new ParserRegistry().getAllDescriptors()) {
            titles.put(format.getId(), format.getName());
        }
        return titles;
    }

    @Override
    public ProvidedReader reader(String id) {
        return new AnalysisModelReader(id, new ParserRegistry().get(id).getName());
    }
}
