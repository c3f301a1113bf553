package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The objects, each write with the next revision; remembers the last changes, so that a watch can go on where it was. */
final class ObjectStore {
    private static final int REMEMBERED = 4000;

    private final TreeMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private long revision = 1;

    synchronized Optional<ObjectNode> get(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** All of a type, of one namespace unless it is empty. The nodes are shared: to be read only. */
    synchronized List<ObjectNode> list(ResourceType type, String namespace) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(type)
                        && (namespace.isEmpty() || entry.getKey().namespace().equals(namespace)))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    synchronized List<ObjectKey> keys() {
        return List.copyOf(objects.keySet());
    }

    synchronized long revision() {
        return revision;
    }

    /** Stores what is new or changed; null removes. The object then carries its new resourceVersion. */
    synchronized void put(ObjectKey key, @CheckForNull ObjectNode object) {
        ObjectNode previous = objects.get(key);
        revision++;
        if (object == null) {
            ObjectNode last = previous.deepCopy();
            metadata(last).put("resourceVersion", Long.toString(revision));
            objects.remove(key);
            tell(new Change(Change.Type.DELETED, key, last, previous, revision));
            return;
        }
        metadata(object).put("resourceVersion", Long.toString(revision));
        objects.put(key, object);
        Change.Type type = previous == null ? Change.Type.ADDED : Change.Type.MODIFIED;
        tell(new Change(type, key, object, previous, revision));
    }

    private void tell(Change change) {
        history.addLast(change);
        if (history.size() > REMEMBERED) {
            history.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Hears of each change, in order, while the store is locked: it must be quick and must not write. */
    synchronized void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** Replays what happened after a revision and then goes on; refuses a revision that is forgotten. */
    synchronized void listenFrom(long since, Consumer<Change> listener) {
        boolean forgotten =
                !history.isEmpty() && history.peekFirst().revision() > since + 1 && history.size() >= REMEMBERED;
        if (forgotten) {
            throw new ApiException(410, "Expired", "too old resource version: " + since + " (" + revision + ")");
        }
        history.stream().filter(change -> change.revision() > since).forEach(listener);
        listeners.add(listener);
    }

    /** Tells of all that is there and then goes on. */
    synchronized void listenFromNow(ResourceType type, String namespace, Consumer<Change> listener) {
        objects.forEach((key, object) -> {
            if (key.type().equals(type)
                    && (namespace.isEmpty() || key.namespace().equals(namespace))) {
                listener.accept(new Change(Change.Type.ADDED, key, object, null, revision));
            }
        });
        listeners.add(listener);
    }

    void forget(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    static ObjectNode metadata(ObjectNode object) {
        return (ObjectNode) object.path("metadata");
    }
}
