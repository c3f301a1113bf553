package io.jenkins.plugins.delivery.engine.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects of a release, read from YAML and checked before anything is touched. Immutable. */
public final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> documents;

    private Manifests(List<String> documents) {
        this.documents = List.copyOf(documents);
    }

    /**
     * Reads files of one or several documents.
     *
     * @param namespace where everything goes: a manifest may repeat it, and may not name another
     * @throws ManifestException naming file, document and object of what cannot be used
     */
    public static Manifests read(List<ManifestFile> files, String namespace) {
        return read(files, namespace, Set.of());
    }

    /**
     * Reads files of one or several documents.
     *
     * @param namespace where everything goes: a manifest may repeat it, and may not name another
     * @param clusterKinds kinds of objects of the whole cluster that an administrator allows
     * @throws ManifestException naming file, document and object of what cannot be used
     */
    public static Manifests read(List<ManifestFile> files, String namespace, Set<String> clusterKinds) {
        List<String> documents = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ManifestFile file : files) {
            int number = 0;
            for (Map<String, Object> document : YamlDocuments.read(file)) {
                String place = file.name() + ", document " + ++number;
                for (HasMetadata object : objects(place, document)) {
                    documents.add(Serialization.asJson(checked(place, object, namespace, clusterKinds, seen)));
                }
            }
        }
        if (documents.isEmpty()) {
            throw new ManifestException("no Kubernetes object in "
                    + (files.isEmpty() ? "no file at all" : String.join(", ", names(files))));
        }
        return new Manifests(documents);
    }

    /** The manifests that {@link #documents()} wrote. */
    public static Manifests of(List<String> documents) {
        return new Manifests(documents);
    }

    /** Each object as JSON, in the order of the files. */
    public List<String> documents() {
        return documents;
    }

    /** Fresh copies of the objects, in the order of the files. */
    public List<HasMetadata> objects() {
        return documents.stream()
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList();
    }

    /** The object of a type with a name. */
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return objects().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(object -> name.equals(object.getMetadata().getName()))
                .findFirst();
    }

    /**
     * The Deployment of the application.
     *
     * @throws ManifestException when there is none of that name
     */
    public Deployment deployment(String app) {
        return find(Deployment.class, app).orElseThrow(() -> new ManifestException(missing("Deployment", app)));
    }

    /**
     * The workload of the application: its Deployment, StatefulSet or DaemonSet.
     *
     * @throws ManifestException when there is none of that name
     */
    public Workload workload(String app) {
        return workloads().stream()
                .filter(workload -> app.equals(workload.object().getMetadata().getName()))
                .findFirst()
                .orElseThrow(
                        () -> new ManifestException(missing("Deployment, StatefulSet or DaemonSet", app, names())));
    }

    /** Every Deployment, StatefulSet and DaemonSet, in the order of the files. */
    public List<Workload> workloads() {
        return objects().stream()
                .flatMap(object -> Workload.of(object).stream())
                .toList();
    }

    private List<String> names() {
        return workloads().stream()
                .map(workload -> workload.object().getMetadata().getName())
                .toList();
    }

    /** What to say when an object that is needed is not among the manifests. */
    public String missing(String kind, String name) {
        List<String> there = objects().stream()
                .filter(object -> object.getKind().equals(kind))
                .map(object -> object.getMetadata().getName())
                .toList();
        return missing(kind, name, there);
    }

    private static String missing(String kind, String name, List<String> there) {
        return "there is no " + kind + " '" + name + "' among the manifests"
                + (there.isEmpty()
                        ? ", and no other " + kind
                        : " (there is " + String.join(", ", there) + ")" + NearestMatch.hint(name, there));
    }

    private static List<String> names(List<ManifestFile> files) {
        return files.stream().map(ManifestFile::name).toList();
    }

    private static List<HasMetadata> objects(String place, Map<String, Object> document) {
        for (String field : List.of("apiVersion", "kind")) {
            if (!(document.get(field) instanceof String)) {
                throw new ManifestException(place + ": it has no " + field + ", so it is not a Kubernetes object");
            }
        }
        try {
            Object object = Serialization.unmarshal(JSON.writeValueAsString(document));
            if (object instanceof KubernetesList list) {
                return list.getItems();
            }
            return List.of((HasMetadata) object);
        } catch (JsonProcessingException
                | IllegalArgumentException
                | ClassCastException
                | KubernetesClientException e) {
            throw new ManifestException(place + " (" + document.get("kind") + "): " + firstLine(e));
        }
    }

    private static HasMetadata checked(
            String place, HasMetadata object, String namespace, Set<String> clusterKinds, Set<String> seen) {
        String kind = object.getKind();
        String name = object.getMetadata() == null ? null : object.getMetadata().getName();
        if (name == null || name.isBlank()) {
            throw new ManifestException(place + ": the " + kind + " has no metadata.name");
        }
        String what = place + ": " + kind + " '" + name + "' ";
        boolean ofCluster = !(object instanceof Namespaced || object instanceof GenericKubernetesResource);
        if (ofCluster && !clusterKinds.contains(kind)) {
            throw new ManifestException(what + "belongs to the whole cluster; a release may only hold objects of its"
                    + " namespace '" + namespace + "', unless an administrator lists the kind " + kind
                    + " in the settings of the cluster"
                    + (clusterKinds.isEmpty()
                            ? ""
                            : " (listed are " + String.join(", ", new TreeSet<>(clusterKinds)) + ")"));
        }
        if (object instanceof Secret) {
            throw new ManifestException(what + "is a secret, and would be kept readable with the build; create it in"
                    + " the cluster (external secrets, sealed secrets) and refer to it by name");
        }
        String own = object.getMetadata().getNamespace();
        if (own != null && !own.equals(namespace)) {
            throw new ManifestException(what + "names namespace '" + own + "', but the environment allows only '"
                    + namespace + "'; remove metadata.namespace");
        }
        if (!seen.add(object.getApiVersion() + "/" + kind + "/" + name)) {
            throw new ManifestException(what + "is there twice");
        }
        boolean placeless = ofCluster || object instanceof GenericKubernetesResource && clusterKinds.contains(kind);
        object.getMetadata().setNamespace(placeless ? null : namespace);
        return object;
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("cannot be read");
    }
}
