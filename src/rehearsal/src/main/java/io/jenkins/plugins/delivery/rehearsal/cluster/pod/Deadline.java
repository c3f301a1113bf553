package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Real time within which a call must end, whatever becomes of it. */
public final class Deadline {
    private Deadline() {}

    /** Begins the call on {@code context}; fails when it has not ended in time. */
    public static <T> Future<T> within(Vertx vertx, Context context, long millis, Supplier<Future<T>> call) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(any -> {
            long timer = vertx.setTimer(
                    millis, late -> promise.tryFail(new TimeoutException("no answer in " + millis + " ms")));
            begin(call).onComplete(result -> {
                vertx.cancelTimer(timer);
                if (result.succeeded()) {
                    promise.tryComplete(result.result());
                } else {
                    promise.tryFail(result.cause());
                }
            });
        });
        return promise.future();
    }

    /** A client that has been closed does not fail: it throws. */
    private static <T> Future<T> begin(Supplier<Future<T>> call) {
        try {
            return call.get();
        } catch (IllegalStateException closed) {
            return Future.failedFuture(closed);
        }
    }
}
