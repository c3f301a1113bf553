package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One client that watches: turns changes into watch events of what its selectors choose. */
final class Watch implements Consumer<Change> {
    private final ApiCall call;
    private final Predicate<JsonNode> selected;
    private final Consumer<String> sink;

    Watch(ApiCall call, Consumer<String> sink) {
        this.call = call;
        this.selected = ApiVerbs.selected(call);
        this.sink = sink;
    }

    void start(ObjectStore store) {
        String since = call.parameter("resourceVersion");
        if (since.isEmpty() || since.equals("0")) {
            store.listenFromNow(call.type(), call.namespace(), this);
        } else {
            store.listenFrom(Long.parseLong(since), this);
        }
    }

    @Override
    public void accept(Change change) {
        boolean concerned = change.key().type().equals(call.type())
                && (call.namespace().isEmpty() || change.key().namespace().equals(call.namespace()));
        if (!concerned) {
            return;
        }
        boolean before = change.previous() != null && selected.test(change.previous());
        boolean now = change.type() != Change.Type.DELETED && selected.test(change.object());
        if (now) {
            send(before ? "MODIFIED" : "ADDED", change.object());
        } else if (before) {
            send("DELETED", change.object());
        }
    }

    private void send(String type, JsonNode object) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.set("object", object);
        sink.accept(Json.write(event) + "\n");
    }
}
