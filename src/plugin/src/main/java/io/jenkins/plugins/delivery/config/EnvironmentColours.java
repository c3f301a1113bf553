package io.jenkins.plugins.delivery.config;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.List;

/** The colours that environments can have: those of Jenkins's themes, so that they can be seen in each of them. */
final class EnvironmentColours {
    static final List<String> KNOWN =
            List.of("blue", "brown", "cyan", "green", "indigo", "orange", "pink", "purple", "red", "teal", "yellow");

    private EnvironmentColours() {}

    /** @throws IllegalArgumentException naming the nearest one, if there is no such colour */
    static String checked(String colour) {
        return Choices.pick("colour", "colour", colour, KNOWN);
    }

    static ListBoxModel choices() {
        ListBoxModel model = new ListBoxModel();
        model.add(Messages.EnvironmentSettings_noColour(), "");
        KNOWN.forEach(model::add);
        return model;
    }
}
