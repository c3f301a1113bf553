package io.jenkins.plugins.delivery.engine.manifest;

import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which rights a rollout would miss, found out before anything is touched, and the manifest that grants them. */
public final class Permissions {
    private static final String API = "rbac.authorization.k8s.io";

    private Permissions() {}

    /**
     * Makes sure that there are rights.
     *
     * @throws ClusterException naming all that are missing, with a manifest that grants them
     */
    public static void demand(Cluster cluster, Collection<Access> needed) {
        List<Access> missing = missing(cluster, needed);
        if (!missing.isEmpty()) {
            throw new ClusterException(Kind.FORBIDDEN, message(cluster.namespace(), missing), null);
        }
    }

    /** The rights that the cluster does not grant us, each asked for by a SelfSubjectAccessReview. */
    public static List<Access> missing(Cluster cluster, Collection<Access> needed) {
        return new TreeSet<>(needed)
                .stream().filter(access -> !cluster.may(access)).toList();
    }

    /**
     * All that is missing at once, and a Role that grants it.
     *
     * @param missing at least one
     */
    public static String message(String namespace, Collection<Access> missing) {
        Map<String, List<String>> verbs = new TreeMap<>();
        for (Access access : new TreeSet<>(missing)) {
            verbs.computeIfAbsent(access.qualified() + place(access, namespace), any -> new ArrayList<>())
                    .add(access.verb());
        }
        String said = verbs.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining("; "));
        return "the credential of the cluster may not: " + said
                + ". An administrator of the cluster applies this, with the subject that the credential stands for:\n"
                + manifest(namespace, missing);
    }

    /** A Role and a ClusterRole, as far as rights of either sort are missing, with their bindings. */
    static String manifest(String namespace, Collection<Access> missing) {
        StringBuilder yaml = new StringBuilder();
        for (boolean namespaced : new boolean[] {true, false}) {
            TreeSet<Access> rights = missing.stream()
                    .filter(access -> access.namespaced() == namespaced)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!rights.isEmpty()) {
                yaml.append(yaml.isEmpty() ? "" : "---\n").append(role(namespace, namespaced, rights));
            }
        }
        return yaml.toString();
    }

    private static String role(String namespace, boolean namespaced, Collection<Access> rights) {
        String kind = namespaced ? "Role" : "ClusterRole";
        String name = namespaced ? "progressive-delivery-missing" : "progressive-delivery-missing-" + namespace;
        String metadata = "metadata: {name: " + name + (namespaced ? ", namespace: " + namespace : "") + "}\n";
        return "apiVersion: " + API + "/v1\nkind: " + kind + "\n" + metadata + "rules:\n" + rules(rights)
                + "---\napiVersion: " + API + "/v1\nkind: " + kind + "Binding\n" + metadata + "roleRef: {apiGroup: "
                + API + ", kind: " + kind + ", name: " + name + "}\n"
                + "subjects: [{kind: ServiceAccount, name: progressive-delivery, namespace: " + namespace + "}]\n";
    }

    private static String rules(Collection<Access> rights) {
        Map<String, TreeSet<String>> verbs = new LinkedHashMap<>();
        for (Access access : rights) {
            String of = "apiGroups: ['" + access.group() + "'], resources: ['" + access.resource() + "']";
            verbs.computeIfAbsent(of, any -> new TreeSet<>()).add(access.verb());
        }
        return verbs.entrySet().stream()
                .map(entry -> "- {" + entry.getKey() + ", verbs: [" + String.join(", ", entry.getValue()) + "]}\n")
                .collect(Collectors.joining());
    }

    private static String place(Access access, String namespace) {
        return access.namespaced() ? " in namespace '" + namespace + "'" : " in the whole cluster";
    }
}
