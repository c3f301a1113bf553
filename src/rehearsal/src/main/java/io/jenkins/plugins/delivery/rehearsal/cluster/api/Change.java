package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * Something happened to an object.
 *
 * @param object as it is now, or as it was last when it is gone
 * @param previous as it was before; null when it is new
 */
public record Change(
        Type type,
        ObjectKey key,
        ObjectNode object,
        @CheckForNull ObjectNode previous,
        long revision) {
    /** What happened, as a watch says it. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
