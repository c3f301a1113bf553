package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageTars;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An image of {@link TinyServer}, and manifests for it. */
public final class TinyImages {
    private TinyImages() {}

    /** Loads the image with a version; {@code variables} are more of its environment, as {@code NAME=value}. */
    public static ImageReference load(EmbeddedCluster cluster, Path directory, String version, String... variables)
            throws IOException {
        String name = TinyServer.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = TinyServer.class.getResourceAsStream("/" + name)) {
            List<String> environment = new java.util.ArrayList<>(List.of(variables));
            environment.add("APP_VERSION=" + version);
            Path tar = ImageTars.write(
                    directory.resolve("tiny-" + version + ".tar"),
                    Map.of("app/classes/" + name, bytes.readAllBytes()),
                    List.of(
                            "java",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx32m",
                            "-cp",
                            "/app/classes",
                            TinyServer.class.getName()),
                    environment);
            return cluster.images().load(tar, "tiny", version);
        }
    }

    /** A Deployment with a readiness probe and a preStop pause. */
    public static Deployment deployment(String name, String image, int replicas, Map<String, String> labels) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withProgressDeadlineSeconds(60)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage(image)
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/healthz")
                .withPort(new IntOrString("http"))
                .endHttpGet()
                .withPeriodSeconds(2)
                .endReadinessProbe()
                .withNewLifecycle()
                .withNewPreStop()
                .withNewSleep(3L)
                .endPreStop()
                .endLifecycle()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    /** A Service that selects by labels. */
    public static Service service(String name, Map<String, String> selector) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withSelector(selector)
                .addNewPort()
                .withPort(80)
                .withTargetPort(new IntOrString("http"))
                .endPort()
                .endSpec()
                .build();
    }
}
