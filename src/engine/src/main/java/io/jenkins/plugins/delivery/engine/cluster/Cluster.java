package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One namespace of a Kubernetes cluster. Each method is one API call that ends within a time-out.
 *
 * <p>Every method may throw {@link ClusterException}, which says whether trying again can help. A call that failed may
 * still have had its effect: callers look again before they act again.
 */
public interface Cluster {
    /** The namespace that everything happens in. */
    String namespace();

    /** The object of a type with a name, if it is there. */
    <T extends HasMetadata> Optional<T> find(Class<T> type, String name);

    /** The object of the same kind and name, if it is there. */
    Optional<HasMetadata> find(HasMetadata like);

    /** Every object of a type that carries all of the labels. */
    <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels);

    /**
     * Server-side apply with our field manager, to an object as it was observed: refused with a conflict when it has changed
     * since, is gone, or is there although it was not.
     *
     * @param observed as it was read last; empty when it was not there
     * @param force take fields over from other managers; without it their ownership is a conflict that is reported
     */
    void apply(HasMetadata object, Optional<? extends HasMetadata> observed, boolean force);

    /**
     * Asks whether {@link #apply} would be accepted, and changes nothing: permissions, validity, and the fields that other
     * managers own are found out before anything is touched.
     *
     * @return the object as it would be then
     */
    HasMetadata check(HasMetadata object, boolean force);

    /** What the API calls objects like this one, and whether they live in a namespace. */
    ApiResource resource(HasMetadata like);

    /**
     * Whether we have a right, asked by a SelfSubjectAccessReview. True where the server does not answer such questions:
     * then the call itself tells.
     */
    boolean may(Access access);

    /** JSON merge patch of an object as it was observed: refused with a conflict when it has changed since. */
    void patch(HasMetadata observed, Map<String, ?> mergePatch);

    /** Creates an object: a conflict when it is already there. */
    void create(HasMetadata object);

    /** Replaces an object: a conflict when its {@code resourceVersion} is no longer the current one. */
    void replace(HasMetadata object);

    /**
     * Deletes an object and what it owns, as it was observed: a conflict when it has changed since; no error when it is not
     * there.
     *
     * @param observed without a {@code resourceVersion}, however it is now
     */
    void delete(HasMetadata observed);

    /** The last lines that a container wrote; of the run before, when it was restarted. */
    String log(String pod, String container, int lines, boolean previous);
}
