package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Puts the images of a release into the containers of its workload. */
public final class Images {
    private Images() {}

    /**
     * The manifests with one image in the application's container: the one named like the application, or the only one.
     *
     * @throws ManifestException when it is not clear which container is meant
     */
    public static Manifests substitute(Manifests manifests, String app, String image) {
        List<String> names = names(manifests.workload(app).containers());
        if (names.contains(app)) {
            return substitute(manifests, app, Map.of(app, image));
        }
        if (names.size() == 1) {
            return substitute(manifests, app, Map.of(names.get(0), image));
        }
        throw new ManifestException(manifests.workload(app).said() + " has the containers " + String.join(", ", names)
                + ", and none is named '" + app + "'; say which one gets the image: images: [" + names.get(0) + ": '"
                + image + "']");
    }

    /**
     * The manifests with an image for each named container.
     *
     * @throws ManifestException when the workload has no such container
     */
    public static Manifests substitute(Manifests manifests, String app, Map<String, String> images) {
        List<String> names = names(manifests.workload(app).allContainers());
        for (String container : images.keySet()) {
            if (!names.contains(container)) {
                throw new ManifestException(manifests.workload(app).said() + " has no container '" + container + "'"
                        + NearestMatch.hint(container, names) + " (it has " + String.join(", ", names) + ")");
            }
        }
        return substitute(
                manifests,
                (workload, container) ->
                        app.equals(workload.object().getMetadata().getName())
                                ? images.getOrDefault(container.getName(), container.getImage())
                                : container.getImage());
    }

    /** The manifests with an image for each container of each workload, those that run first included. */
    public static Manifests substitute(Manifests manifests, BiFunction<Workload, Container, String> images) {
        List<String> documents = new ArrayList<>();
        for (HasMetadata object : manifests.objects()) {
            Workload.of(object).ifPresent(workload -> workload.allContainers()
                    .forEach(container -> container.setImage(images.apply(workload, container))));
            documents.add(Serialization.asJson(object));
        }
        return Manifests.of(documents);
    }

    /** Every image that the workloads of the manifests run, as they say now. */
    public static List<String> all(Manifests manifests) {
        return manifests.objects().stream()
                .flatMap(object -> Workload.of(object).stream())
                .flatMap(workload -> workload.allContainers().stream())
                .map(Container::getImage)
                .toList();
    }

    /** The image of the application's container, as the manifests say now. */
    public static String of(HasMetadata workload) {
        List<Container> containers =
                Workload.of(workload).map(Workload::containers).orElse(List.of());
        return containers.stream()
                .filter(container ->
                        container.getName().equals(workload.getMetadata().getName()))
                .findFirst()
                .or(() -> containers.stream().findFirst())
                .map(Container::getImage)
                .orElse("");
    }

    /** What people call an image: its tag, also where a digest follows it; without a tag the digest in short. */
    public static String version(String image) {
        int digest = image.indexOf("@sha256:");
        String name = digest >= 0 ? image.substring(0, digest) : image;
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            return name.substring(colon + 1);
        }
        return digest >= 0 ? image.substring(digest + 8, Math.min(image.length(), digest + 20)) : "latest";
    }

    private static List<String> names(List<Container> containers) {
        return containers.stream().map(Container::getName).toList();
    }
}
