package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a run, in the order in which they were made. Thread-safe, since steps read it. */
final class Graph implements Serializable {
    private static final long serialVersionUID = 1;
    private final Map<String, NodeState> nodes = Collections.synchronizedMap(new LinkedHashMap<>());
    private int last = 1;

    synchronized NodeState add(
            NodeState.Kind kind,
            String function,
            @CheckForNull String label,
            List<String> parents,
            @CheckForNull String enclosing,
            @CheckForNull String start,
            long at) {
        NodeState node = new NodeState(Integer.toString(++last), kind, function, label, parents, enclosing, start, at);
        nodes.put(node.id, node);
        if (start != null) {
            NodeState opened = nodes.get(start);
            opened.end = node.id;
        }
        return node;
    }

    @CheckForNull
    NodeState get(@CheckForNull String id) {
        return id == null ? null : nodes.get(id);
    }

    Collection<NodeState> all() {
        synchronized (nodes) {
            return new ArrayList<>(nodes.values());
        }
    }
}
