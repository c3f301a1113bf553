package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;

final class SampleJob extends LocalJob<SampleJob, SampleJob.Build> {
    SampleJob(ItemGroup<?> parent, String name) {
        super(parent, name);
    }

    static SampleJob create(String name) throws Exception {
        SampleJob job = new SampleJob(Jenkins.get(), name);
        Jenkins.get().putItem(job);
        return job;
    }

    static SampleJob find(String name) {
        TopLevelItem item = Jenkins.get().getItem(name);
        return (SampleJob) item;
    }

    @Override
    protected Build create() throws IOException {
        return new Build(this);
    }

    @Override
    protected Build load(File directory) throws IOException {
        return new Build(this, directory);
    }

    static final class Build extends Run<SampleJob, Build> {
        Build(SampleJob job) throws IOException {
            super(job);
        }

        Build(SampleJob job, File directory) throws IOException {
            super(job, directory);
        }

        void finish() throws IOException {
            onEndBuilding();
            save();
        }
    }

    /** Remembers what it was told. */
    static final class Witness implements RunAction2 {
        final String text;
        private final List<String> words = new ArrayList<>(List.of("first", "second"));
        private transient List<String> told;
        private transient Run<?, ?> run;

        Witness(String text) {
            this.text = text;
        }

        List<String> words() {
            return words;
        }

        List<String> told() {
            return told;
        }

        Run<?, ?> run() {
            return run;
        }

        @Override
        public void onAttached(Run<?, ?> attached) {
            told = List.of("attached");
            run = attached;
        }

        @Override
        public void onLoad(Run<?, ?> loaded) {
            told = List.of("loaded");
            run = loaded;
        }

        @Override
        public String getIconFileName() {
            return null;
        }

        @Override
        public String getDisplayName() {
            return "Witness";
        }

        @Override
        public String getUrlName() {
            return "witness";
        }
    }
}
