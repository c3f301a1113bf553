package io.jenkins.plugins.delivery.harness;

import hudson.model.TaskListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A step with the values for the fields of its form that stand in {@code forms.yaml}. */
record StepForm(String symbol, Map<String, ?> arguments) {
    private static final Pattern FIELD = Pattern.compile("<f:entry[^>]* field=\"([^\"]+)\"");

    @SuppressWarnings("unchecked")
    static Stream<StepForm> all() throws IOException {
        try (InputStream file = StepForm.class.getResourceAsStream("forms.yaml")) {
            Map<String, Map<String, ?>> steps = (Map<String, Map<String, ?>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            return steps.entrySet().stream().map(step -> new StepForm(step.getKey(), step.getValue()));
        }
    }

    /** The steps of this plugin that Jenkins offers. */
    static List<String> offered() {
        return StepDescriptor.all().stream()
                .filter(each -> each.clazz.getName().startsWith("io.jenkins.plugins.delivery."))
                .map(StepDescriptor::getFunctionName)
                .toList();
    }

    Step step() throws Exception {
        return DescribableModel.of(descriptor().clazz).instantiate(arguments, TaskListener.NULL);
    }

    /** What the form asks for. */
    Set<String> fields() throws IOException {
        Class<?> type = descriptor().clazz;
        try (InputStream form = type.getResourceAsStream(type.getSimpleName() + "/config.jelly")) {
            String text = new String(form.readAllBytes(), StandardCharsets.UTF_8);
            return FIELD.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private StepDescriptor descriptor() {
        return StepDescriptor.all().stream()
                .filter(each -> each.getFunctionName().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
