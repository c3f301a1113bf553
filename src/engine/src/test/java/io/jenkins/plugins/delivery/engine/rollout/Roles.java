package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** The Roles that administrators are given, and the rights that are used, to compare both. */
final class Roles {
    static final Path RESOURCES = Path.of("../../resources/io/jenkins/plugins/delivery");

    private Roles() {}

    /** What a Role grants, one right each. */
    static Set<Access> granted(String file, String role) throws IOException {
        Set<Access> granted = new TreeSet<>();
        for (String document : Files.readString(RESOURCES.resolve(file)).split("(?m)^---\n")) {
            Map<String, Object> object = Serialization.unmarshal(document, Map.class);
            boolean wanted =
                    "Role".equals(object.get("kind")) && role.equals(((Map<?, ?>) object.get("metadata")).get("name"));
            if (wanted) {
                rules(object.get("rules")).forEach(rule -> add(rule, granted));
            }
        }
        assertThat(granted).as("%s in %s", role, file).isNotEmpty();
        return granted;
    }

    /** Notes the rights that an API server would have asked for, while something is so. */
    static FakeCluster.Hook recording(Set<Access> used, BooleanSupplier when) {
        return new FakeCluster.Hook() {
            @Override
            public void at(String moment, String verb, String kind) {
                // only what the API server asks for counts
            }

            @Override
            public void uses(Access access) {
                if (when.getAsBoolean()) {
                    used.add(access);
                }
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, List<String>>> rules(Object rules) {
        return (List<Map<String, List<String>>>) rules;
    }

    private static void add(Map<String, List<String>> rule, Set<Access> granted) {
        for (String group : rule.get("apiGroups")) {
            for (String resource : rule.get("resources")) {
                rule.get("verbs").forEach(verb -> granted.add(Access.to(verb, group, resource)));
            }
        }
    }
}
