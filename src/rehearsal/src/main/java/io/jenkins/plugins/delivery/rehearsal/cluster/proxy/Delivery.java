package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;

/**
 * Passes the body of an answer on, as fast as the client takes it. A client may go away before it has all of it: that is
 * nobody's fault, and not to be told from a pod that breaks off by the exception alone. A pipe of Vert.x would do all this,
 * but ends the response of a client that is gone, and then asks the ended response whether it is full.
 */
final class Delivery {
    private final HttpClientResponse answer;
    private final HttpServerResponse client;
    private final Promise<Boolean> delivered = Promise.promise();

    private Delivery(HttpClientResponse answer, HttpServerResponse client) {
        this.answer = answer;
        this.client = client;
    }

    /** True when the client has all of it, false when it went away; failed when the pod broke off. */
    static Future<Boolean> of(HttpClientResponse answer, HttpServerResponse client) {
        Delivery delivery = new Delivery(answer, client);
        delivery.begin();
        return delivery.delivered.future();
    }

    private void begin() {
        client.closeHandler(closed -> delivered.tryComplete(false));
        client.exceptionHandler(gone -> delivered.tryComplete(false));
        answer.exceptionHandler(delivered::tryFail);
        answer.endHandler(end -> client.end().onComplete(done -> delivered.tryComplete(done.succeeded())));
        answer.handler(this::pass);
    }

    private void pass(Buffer part) {
        if (delivered.future().isComplete()) {
            return;
        }
        client.write(part).onFailure(gone -> delivered.tryComplete(false));
        if (client.writeQueueFull()) {
            answer.pause();
            client.drainHandler(drained -> answer.resume());
        }
    }
}
