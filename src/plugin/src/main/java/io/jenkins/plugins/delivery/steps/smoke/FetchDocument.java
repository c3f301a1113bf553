package io.jenkins.plugins.delivery.steps.smoke;

import hudson.AbortException;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.security.MasterToSlaveCallable;

/** Reads a document from where it is published, by the policy on hosts. */
final class FetchDocument extends MasterToSlaveCallable<byte[], IOException> {
    private static final long serialVersionUID = 1L;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ProbeSettings settings;
    private final URI document;

    FetchDocument(ProbeSettings settings, URI document) {
        this.settings = settings;
        this.document = document;
    }

    @Override
    public byte[] call() throws IOException {
        try (SmokeProber prober = new SmokeProber(settings, Clock.systemUTC())) {
            return prober.fetch(document, TIMEOUT)
                    .get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw new AbortException(e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new AbortException("it did not come within " + 2 * TIMEOUT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbortException("interrupted");
        }
    }
}
