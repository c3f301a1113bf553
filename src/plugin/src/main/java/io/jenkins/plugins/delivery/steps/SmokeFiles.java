package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSources;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;

/** Reads the files of the workspace that a suite names. */
final class SmokeFiles implements SmokeSources.Files {
    @CheckForNull
    private final FilePath workspace;

    SmokeFiles(@CheckForNull FilePath workspace) {
        this.workspace = workspace;
    }

    @Override
    public byte[] read(String argument, String place) {
        if (workspace == null) {
            throw new ArgumentException(argument, "'" + place + "' lies in a workspace; run the step in a node");
        }
        try {
            return workspace.act(new ReadSmokeFile(place));
        } catch (AbortException e) {
            throw new ArgumentException(argument, e.getMessage().replaceFirst("^file: ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }
}
