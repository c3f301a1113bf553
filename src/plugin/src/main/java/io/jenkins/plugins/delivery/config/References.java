package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.PromotionOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/** What settings say of each other, by name, and what their forms show of it. */
final class References {
    private References() {}

    static PromotionOrder order(List<EnvironmentSettings> environments) {
        return new PromotionOrder(promotions(environments));
    }

    private static Map<String, String> promotions(List<EnvironmentSettings> environments) {
        Map<String, String> from = new LinkedHashMap<>();
        environments.forEach(one -> from.put(one.getName(), Util.fixNull(one.getPromotedFrom())));
        return from;
    }

    /** Those that are saved, and the one that is chosen, also where it is gone: saving a form changes nothing unseen. */
    static ListBoxModel clusters(@CheckForNull String chosen) {
        ListBoxModel model = new ListBoxModel();
        model.add("", "");
        List<String> names = clusters();
        names.forEach(model::add);
        if (Util.fixEmpty(chosen) != null && !names.contains(chosen)) {
            model.add(chosen);
        }
        return model;
    }

    static FormValidation checkCluster(@CheckForNull String chosen) {
        return Util.fixEmpty(chosen) == null || clusters().contains(chosen)
                ? FormValidation.ok()
                : FormValidation.warning(Messages.References_noCluster(chosen));
    }

    /** An environment of the same form may not be saved yet: hence a name that nobody knows is no error here. */
    static FormValidation checkPromotedFrom(@CheckForNull String environment, @CheckForNull String from) {
        String before = Util.fixEmptyAndTrim(from);
        if (before == null) {
            return FormValidation.ok();
        }
        Map<String, String> saved = promotions(DeliveryConfiguration.get().getEnvironments());
        String name = Util.fixNull(environment).strip();
        if (!before.equals(name) && !saved.containsKey(before)) {
            return FormValidation.warning(unknown(before));
        }
        saved.put(name, before);
        try {
            new PromotionOrder(saved).check();
            return FormValidation.ok();
        } catch (ArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Of a list of environments that a freeze or a target is for. */
    static FormValidation checkEnvironments(@CheckForNull String names) {
        List<String> known = environments();
        return Words.of(List.of(Util.fixNull(names))).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> FormValidation.warning(unknown(name)))
                .orElseGet(FormValidation::ok);
    }

    /** Of the folders and jobs that may use a cluster. */
    static FormValidation checkItems(@CheckForNull String names) {
        return Words.names(List.of(Util.fixNull(names))).stream()
                .filter(name -> Jenkins.get().getItemByFullName(name, Item.class) == null)
                .findFirst()
                .map(name -> FormValidation.warning(Messages.References_noItem(name)))
                .orElseGet(FormValidation::ok);
    }

    private static String unknown(String environment) {
        String known = String.join(", ", environments());
        return Messages.References_noEnvironment(environment, known.isEmpty() ? "–" : known);
    }

    private static List<String> environments() {
        return DeliveryConfiguration.get().getEnvironments().stream()
                .map(EnvironmentSettings::getName)
                .toList();
    }

    private static List<String> clusters() {
        return DeliveryConfiguration.get().getClusters().stream()
                .map(ClusterSettings::getName)
                .toList();
    }
}
