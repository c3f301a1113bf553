package io.jenkins.plugins.delivery.steps.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSources;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** Reads the files of the workspace that a suite names, and an OpenAPI document from where it is published. */
final class SmokeFiles implements SmokeSources.Files {
    @CheckForNull
    private final FilePath workspace;

    private final HostPolicy policy;

    SmokeFiles(@CheckForNull FilePath workspace, HostPolicy policy) {
        this.workspace = workspace;
        this.policy = policy;
    }

    @Override
    public byte[] read(String argument, String place) {
        boolean published = argument.equals("openapi") && place.matches("https?://.*");
        if (workspace == null && !published) {
            throw new ArgumentException(argument, "'" + place + "' lies in a workspace; run the step in a node");
        }
        try {
            return published ? fetched(argument, place) : workspace.act(new ReadSmokeFile(place));
        } catch (AbortException e) {
            throw new ArgumentException(
                    argument, (published ? place + ": " : "") + e.getMessage().replaceFirst("^file: ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    private byte[] fetched(String argument, String place) throws IOException, InterruptedException {
        URI document;
        try {
            document = URI.create(place);
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(argument, "'" + place + "' is no address");
        }
        if (document.getHost() == null || document.getRawUserInfo() != null) {
            throw new ArgumentException(argument, "'" + place + "' is no address such as https://example.com/api.yaml");
        }
        FetchDocument fetch =
                new FetchDocument(new ProbeSettings(policy, SmokeProxy.ofJenkins(), Map.of(), Map.of(), 1), document);
        return workspace == null ? fetch.call() : workspace.act(fetch);
    }
}
