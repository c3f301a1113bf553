package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.AsyncBody.Consumer;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a client has to know to get along with an API server that is busy, or gone in the middle of an answer. The
 * time-outs of the client end where an answer begins: it waits for the rest of one that is cut off for ever.
 */
public final class ServerFaults {
    private ServerFaults() {}

    /**
     * Prepares a client that is being built. Not for one that watches: an answer that goes on for longer is an error.
     *
     * @param whole from the beginning of an answer to its end, at most
     */
    public static void withstand(HttpClient.Builder client, Duration whole) {
        client.addOrReplaceInterceptor("retry-after", new RetryAfter(Clock.systemUTC()));
        client.addOrReplaceInterceptor("whole-answers", new WholeAnswers(whole));
    }

    private record WholeAnswers(Duration limit) implements Interceptor {
        @Override
        public void after(HttpRequest request, HttpResponse<?> answer, Consumer<List<ByteBuffer>> consumer) {
            if (answer.body() instanceof AsyncBody body) {
                body.done().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
