package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.rollout.GroupPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One of the services that a step rolls out together.
 *
 * @param app its name
 * @param image that is released; null for what the manifests say
 * @param container that gets the image; null for the one named like the service, or the only one
 * @param version what people call its release; null for what the step says
 * @param manifests Ant patterns of its own; null for those of the step
 */
record AppArguments(
        String app,
        @CheckForNull String image,
        @CheckForNull String container,
        @CheckForNull String version,
        @CheckForNull String manifests) {
    private static final Set<String> KEYS = Set.of("app", "image", "container", "version", "manifests");
    private static final int MOST = 20;

    /** Reads what a Jenkinsfile says: names, or maps. */
    static List<AppArguments> parse(List<?> given, @CheckForNull String manifests) {
        if (given.size() < 2 || given.size() > MOST) {
            throw new ArgumentException(
                    "apps", "name 2 to " + MOST + " services, as in ['shop', 'cart'], not " + given.size());
        }
        List<AppArguments> services = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            AppArguments service = one("apps[" + i + "]", given.get(i), manifests);
            if (!names.add(service.app())) {
                throw new ArgumentException("apps[" + i + "]", "'" + service.app() + "' is named twice");
            }
            services.add(service);
        }
        return services;
    }

    private static AppArguments one(String argument, @CheckForNull Object given, @CheckForNull String manifests) {
        Object map = given instanceof CharSequence ? Map.of("app", given.toString()) : given;
        ArgumentMap values = ArgumentMap.of(argument, map, KEYS);
        return new AppArguments(
                RolloutStep.checkedApp(
                        values.place("app"),
                        values.text("app").map(String::strip).orElse(null)),
                values.text("image").orElse(null),
                values.text("container").orElse(null),
                values.text("version").orElse(null),
                values.text("manifests").orElse(manifests));
    }

    /** A draft for each, as one group. */
    static List<RolloutPlan> drafts(List<AppArguments> services, RolloutPlan draft) {
        if (draft.canary().route() != null) {
            throw new ArgumentException("route", "it names one object; with apps each service has the one of its name");
        }
        List<String> names = services.stream().map(AppArguments::app).toList();
        GroupPlan group = new GroupPlan(UUID.randomUUID().toString(), names);
        return services.stream()
                .map(service -> draft.of(service.app())
                        .releasing(service.version() == null ? draft.version() : service.version(), List.of())
                        .together(group))
                .toList();
    }
}
