package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import hudson.model.listeners.RunListener;
import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A job whose builds lie under {@code jobs/<name>/builds/<number>/}. A subclass says how a build is made and how one is read
 * back; after a restart the builds are there again.
 */
public abstract class LocalJob<J extends LocalJob<J, R>, R extends Run<J, R>> extends Job<J, R>
        implements TopLevelItem {
    private transient SortedMap<Integer, R> runs = newestFirst();

    protected LocalJob(ItemGroup<?> parent, String name) {
        super(parent, name);
    }

    /** A new build with the next number. */
    protected abstract R create() throws IOException;

    /** The build that was saved in {@code directory}. */
    protected abstract R load(File directory) throws IOException;

    /** Makes a build, saves it and tells listeners. */
    public R newBuild() throws IOException {
        R run = create();
        runs.put(run.getNumber(), run);
        RunListener.fireInitialize(run);
        run.save();
        return run;
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        super.onLoad(parent, name);
        runs = newestFirst();
        File[] saved = getBuildDir()
                .listFiles(each -> each.getName().matches("[1-9][0-9]*") && new File(each, "build.xml").exists());
        if (saved != null) {
            for (File each : saved) {
                R run = load(each);
                runs.put(run.getNumber(), run);
            }
        }
    }

    private static <R> SortedMap<Integer, R> newestFirst() {
        return new ConcurrentSkipListMap<>(Comparator.<Integer>reverseOrder());
    }

    @Override
    protected SortedMap<Integer, R> _getRuns() {
        return Collections.unmodifiableSortedMap(runs);
    }

    @Override
    protected void removeRun(R run) {
        runs.remove(run.getNumber(), run);
    }

    @Override
    public boolean isBuildable() {
        return true;
    }

    @Override
    public Descriptor<TopLevelItem> getDescriptor() {
        throw new IllegalStateException("A job of this machine is not configured by a form");
    }
}
