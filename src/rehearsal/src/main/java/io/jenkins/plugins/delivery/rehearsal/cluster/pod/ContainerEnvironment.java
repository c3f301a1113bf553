package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables of a container: of its image, of its pod, and those that stand in for a network of its own. */
final class ContainerEnvironment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_.]*)\\)");

    private final ClusterObjects objects;
    private final Pod pod;
    private final String podIp;

    ContainerEnvironment(ClusterObjects objects, Pod pod, String podIp) {
        this.objects = objects;
        this.pod = pod;
        this.podIp = podIp;
    }

    /** A configuration that a variable refers to is missing: the container cannot be created. */
    static final class MissingConfiguration extends Exception {
        private static final long serialVersionUID = 1L;

        MissingConfiguration(String message) {
            super(message);
        }
    }

    Map<String, String> of(Container container, Map<String, String> image, PodPorts ports) throws MissingConfiguration {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String inherited : new String[] {"PATH", "HOME", "LANG", "TMPDIR", "SystemRoot"}) {
            String value = System.getenv(inherited);
            if (value != null) {
                variables.put(inherited, value);
            }
        }
        image.forEach((name, value) -> {
            if (!name.equals("PATH")) {
                variables.put(name, value);
            }
        });
        variables.put("HOSTNAME", pod.getMetadata().getName());
        for (EnvFromSource source : container.getEnvFrom()) {
            variables.putAll(all(source));
        }
        for (EnvVar variable : container.getEnv()) {
            String value = variable.getValueFrom() == null ? variable.getValue() : value(variable.getValueFrom());
            if (value != null) {
                variables.put(variable.getName(), expand(value, variables));
            }
        }
        variables.putAll(ports.environment(container));
        return variables;
    }

    static String expand(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(variables.getOrDefault(match.group(1), match.group())));
    }

    private Map<String, String> all(EnvFromSource source) throws MissingConfiguration {
        Map<String, String> data;
        boolean optional;
        String prefix = source.getPrefix() == null ? "" : source.getPrefix();
        if (source.getConfigMapRef() != null) {
            optional = Boolean.TRUE.equals(source.getConfigMapRef().getOptional());
            data = configMap(source.getConfigMapRef().getName(), optional);
        } else {
            optional = Boolean.TRUE.equals(source.getSecretRef().getOptional());
            data = secret(source.getSecretRef().getName(), optional);
        }
        Map<String, String> prefixed = new LinkedHashMap<>();
        data.forEach((key, value) -> prefixed.put(prefix + key, value));
        return prefixed;
    }

    private String value(EnvVarSource source) throws MissingConfiguration {
        if (source.getConfigMapKeyRef() != null) {
            boolean optional = Boolean.TRUE.equals(source.getConfigMapKeyRef().getOptional());
            return configMap(source.getConfigMapKeyRef().getName(), optional)
                    .get(source.getConfigMapKeyRef().getKey());
        }
        if (source.getSecretKeyRef() != null) {
            boolean optional = Boolean.TRUE.equals(source.getSecretKeyRef().getOptional());
            return secret(source.getSecretKeyRef().getName(), optional)
                    .get(source.getSecretKeyRef().getKey());
        }
        return source.getFieldRef() == null ? null : field(source.getFieldRef().getFieldPath());
    }

    private Map<String, String> configMap(String name, boolean optional) throws MissingConfiguration {
        var found = objects.get(ConfigMap.class, pod.getMetadata().getNamespace(), name);
        if (found.isEmpty() && !optional) {
            throw new MissingConfiguration("configmap \"" + name + "\" not found");
        }
        return found.map(ConfigMap::getData).orElse(Map.of());
    }

    private Map<String, String> secret(String name, boolean optional) throws MissingConfiguration {
        var found = objects.get(Secret.class, pod.getMetadata().getNamespace(), name);
        if (found.isEmpty() && !optional) {
            throw new MissingConfiguration("secret \"" + name + "\" not found");
        }
        Map<String, String> data = new LinkedHashMap<>();
        found.ifPresent(secret -> {
            if (secret.getData() != null) {
                secret.getData()
                        .forEach((key, value) ->
                                data.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
            }
            if (secret.getStringData() != null) {
                data.putAll(secret.getStringData());
            }
        });
        return data;
    }

    private String field(String path) {
        return switch (path) {
            case "metadata.name" -> pod.getMetadata().getName();
            case "metadata.namespace" -> pod.getMetadata().getNamespace();
            case "metadata.uid" -> pod.getMetadata().getUid();
            case "status.podIP", "status.hostIP" -> podIp;
            case "spec.nodeName" -> Kubelet.NODE;
            default -> label(path);
        };
    }

    private String label(String path) {
        Matcher matcher =
                Pattern.compile("metadata\\.(labels|annotations)\\['(.+)']").matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> from = matcher.group(1).equals("labels")
                ? pod.getMetadata().getLabels()
                : pod.getMetadata().getAnnotations();
        return from == null ? null : from.get(matcher.group(2));
    }
}
