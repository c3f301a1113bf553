package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Tries checks of HTTP: as many samples as asked for, and whether the answers are as expected. */
final class HttpSampler {
    private static final int LONGEST_DOCUMENT = 1 << 20;

    private final HttpTransport transport;
    private final Clock clock;
    private final Executor threads;

    HttpSampler(HttpTransport transport, Clock clock, Executor threads) {
        this.transport = transport;
        this.clock = clock;
        this.threads = threads;
    }

    CompletableFuture<Attempt> attempt(
            HttpCheck check, @CheckForNull CheckCredential credential, Map<String, String> values) {
        return again(check, credential, values, new ArrayList<>());
    }

    private CompletableFuture<Attempt> again(
            HttpCheck check, @CheckForNull CheckCredential credential, Map<String, String> values, List<Long> millis) {
        return CompletableFuture.supplyAsync(() -> samples(check, credential, values, millis), threads)
                .thenCompose(attempt -> attempt);
    }

    /** One sample after the other, so that they do not slow each other down. */
    private CompletableFuture<Attempt> samples(
            HttpCheck check, @CheckForNull CheckCredential credential, Map<String, String> values, List<Long> millis) {
        HttpProbe probe = new HttpProbe(transport, clock, check, values, credential);
        long start = System.nanoTime();
        return probe.send().thenCompose(answer -> {
            millis.add((System.nanoTime() - start) / 1_000_000);
            Mismatch mismatch = mismatch(check, answer, values).orElse(null);
            return mismatch == null && millis.size() < check.demands().samples()
                    ? again(check, credential, values, millis)
                    : CompletableFuture.completedFuture(over(check, answer, mismatch, millis));
        });
    }

    private static Optional<Mismatch> mismatch(HttpCheck check, Answer answer, Map<String, String> values) {
        return check.demands().expectations().stream()
                .flatMap(expectation -> expectation.bound(values).check(answer).stream())
                .findFirst();
    }

    private static Attempt over(HttpCheck check, Answer answer, @CheckForNull Mismatch mismatch, List<Long> millis) {
        Mismatch first = mismatch == null
                ? check.demands().latency().check(new Latencies(millis)).orElse(null)
                : mismatch;
        Map<String, String> extracted = new HashMap<>();
        if (first == null) {
            check.extracts().forEach(extract -> extracted.put(extract.name(), extract.from(answer)));
        }
        return new Attempt(check.name(), first, millis, extracted);
    }

    /** The text of a document of at most a mebibyte; fails with a {@link ProbeException} telling why there is none. */
    CompletableFuture<String> fetch(URI document, Duration timeout) {
        HttpCall call =
                new HttpCall("GET", document, Map.of(), null, HttpCall.HttpVersion.ANY, HttpCall.Redirects.FOLLOW);
        HttpDemands demands = new HttpDemands(
                List.of(new Expectation.Status(List.of(new StatusRange(200, 299)))),
                new LatencyLimits(0, 0, 0, 0),
                TlsLimits.NONE,
                1);
        HttpCheck check = new HttpCheck("document", call, demands, List.of(), null, timeout);
        HttpProbe probe = new HttpProbe(transport, clock, check, Map.of(), null);
        return CompletableFuture.supplyAsync(probe::send, threads)
                .thenCompose(answer -> answer)
                .handle((answer, problem) -> text(check, answer, problem));
    }

    private static String text(HttpCheck check, Answer answer, @CheckForNull Throwable problem) {
        Mismatch mismatch = problem == null
                ? mismatch(check, answer, Map.of()).orElse(null)
                : ProbeWords.failed(check, problem).mismatch();
        if (mismatch != null) {
            throw new ProbeException(mismatch.toString());
        }
        if (answer.body().length() >= LONGEST_DOCUMENT) {
            throw new ProbeException("a document of more than 1 MiB");
        }
        return answer.body();
    }
}
