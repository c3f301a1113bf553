package io.jenkins.plugins.delivery.rehearsal.runtime;

import hudson.model.ItemGroup;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import java.io.File;
import java.io.IOException;

/** A pipeline job of the rehearsed controller. */
public final class RehearsedJob extends LocalJob<RehearsedJob, RehearsedRun> {
    public RehearsedJob(ItemGroup<?> parent, String name) {
        super(parent, name);
    }

    @Override
    protected RehearsedRun create() throws IOException {
        return new RehearsedRun(this);
    }

    @Override
    protected RehearsedRun load(File directory) throws IOException {
        return new RehearsedRun(this, directory);
    }

    @Override
    public String getPronoun() {
        return "Pipeline";
    }
}
