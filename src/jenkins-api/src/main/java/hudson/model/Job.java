package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.util.CopyOnWriteList;
import hudson.util.RunList;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import jenkins.model.Jenkins;

/** Something that is run again and again. */
@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {
    protected CopyOnWriteList<JobProperty<? super JobT>> properties = new CopyOnWriteList<>();
    private transient int nextBuildNumber = 1;

    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        super.onLoad(parent, name);
        if (properties == null) {
            properties = new CopyOnWriteList<>();
        }
        properties.forEach(this::own);
        loadNextBuildNumber();
    }

    private synchronized void loadNextBuildNumber() throws IOException {
        Path file = nextBuildNumberFile();
        nextBuildNumber =
                Files.exists(file) ? Integer.parseInt(Files.readString(file).trim()) : 1;
    }

    private void own(JobProperty property) {
        property.setOwner(this);
    }

    // Build numbers

    public int getNextBuildNumber() {
        synchronized (this) {
            return nextBuildNumber;
        }
    }

    /** Takes the next number; it is not given again, even after a crash. */
    public int assignBuildNumber() throws IOException {
        synchronized (this) {
            int number = nextBuildNumber++;
            saveNextBuildNumber();
            return number;
        }
    }

    /** Without effect when the number is not above the last build's. */
    public synchronized void updateNextBuildNumber(int next) throws IOException {
        RunT last = getLastBuild();
        if (next > (last == null ? 0 : last.getNumber())) {
            nextBuildNumber = next;
            saveNextBuildNumber();
        }
    }

    protected synchronized void saveNextBuildNumber() throws IOException {
        Path file = nextBuildNumberFile();
        Files.createDirectories(file.getParent());
        Files.writeString(file, nextBuildNumber + "\n");
    }

    private Path nextBuildNumberFile() {
        return getRootDir().toPath().resolve("nextBuildNumber");
    }

    // Properties

    public void addProperty(JobProperty<? super JobT> property) throws IOException {
        own(property);
        properties.add(property);
        save();
    }

    public void removeProperty(JobProperty<? super JobT> property) throws IOException {
        properties.remove(property);
        save();
    }

    public <T extends JobProperty> T removeProperty(Class<T> type) throws IOException {
        T found = getProperty(type);
        if (found != null) {
            removeProperty((JobProperty<? super JobT>) found);
        }
        return found;
    }

    public <T extends JobProperty> T getProperty(Class<T> type) {
        for (JobProperty each : properties) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }

    public Map<JobPropertyDescriptor, JobProperty<? super JobT>> getProperties() {
        Map<JobPropertyDescriptor, JobProperty<? super JobT>> map = new LinkedHashMap<>();
        properties.forEach(each -> map.put(((JobProperty) each).getDescriptor(), each));
        return map;
    }

    public List<JobProperty<? super JobT>> getAllProperties() {
        return properties.getView();
    }

    // Builds

    public abstract boolean isBuildable();

    /** By number, newest first. */
    protected abstract SortedMap<Integer, ? extends RunT> _getRuns();

    protected abstract void removeRun(RunT run);

    public RunList<RunT> getBuilds() {
        return RunList.fromRuns(_getRuns().values());
    }

    public SortedMap<Integer, RunT> getBuildsAsMap() {
        return Collections.unmodifiableSortedMap((SortedMap<Integer, RunT>) _getRuns());
    }

    public RunT getBuild(String id) {
        try {
            return getBuildByNumber(Integer.parseInt(id));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public RunT getBuildByNumber(int number) {
        return _getRuns().get(number);
    }

    public RunT getLastBuild() {
        SortedMap<Integer, ? extends RunT> runs = _getRuns();
        return runs.isEmpty() ? null : runs.get(runs.firstKey());
    }

    public RunT getFirstBuild() {
        SortedMap<Integer, ? extends RunT> runs = _getRuns();
        return runs.isEmpty() ? null : runs.get(runs.lastKey());
    }

    private RunT newest(Predicate<RunT> wanted) {
        for (RunT each : _getRuns().values()) {
            if (wanted.test(each)) {
                return each;
            }
        }
        return null;
    }

    public RunT getLastCompletedBuild() {
        return newest(each -> !each.isBuilding());
    }

    /** Stable or unstable. */
    public RunT getLastSuccessfulBuild() {
        return newest(each -> ended(each) && each.getResult().isBetterOrEqualTo(Result.UNSTABLE));
    }

    public RunT getLastStableBuild() {
        return newest(each -> ended(each) && each.getResult() == Result.SUCCESS);
    }

    public RunT getLastUnstableBuild() {
        return newest(each -> ended(each) && each.getResult() == Result.UNSTABLE);
    }

    public RunT getLastFailedBuild() {
        return newest(each -> ended(each) && each.getResult() == Result.FAILURE);
    }

    public RunT getLastUnsuccessfulBuild() {
        return newest(each -> ended(each) && each.getResult() != Result.SUCCESS);
    }

    private boolean ended(RunT run) {
        return !run.isBuilding() && run.getResult() != null;
    }

    public boolean isBuilding() {
        RunT last = getLastBuild();
        return last != null && last.isBuilding();
    }

    public boolean isInQueue() {
        return false;
    }

    public File getBuildDir() {
        return new File(getRootDir(), "builds");
    }

    @Override
    public Collection<? extends Job> getAllJobs() {
        return List.of(this);
    }

    // Environment, permissions, names

    public EnvVars getCharacteristicEnvVars() {
        EnvVars env = new EnvVars();
        env.put("JOB_NAME", getFullName());
        env.put("JOB_BASE_NAME", getName());
        return env;
    }

    public EnvVars getEnvironment(Node node, TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = new EnvVars(EnvVars.masterEnvVars);
        env.putAll(getCharacteristicEnvVars());
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            env.put("JENKINS_URL", root);
            env.put("HUDSON_URL", root);
            env.put("JOB_URL", root + getUrl());
        }
        env.put("JENKINS_HOME", Jenkins.get().getRootDir().getPath());
        env.put("HUDSON_HOME", Jenkins.get().getRootDir().getPath());
        for (EnvironmentContributor each : EnvironmentContributor.all()) {
            each.buildEnvironmentFor(this, env, listener);
        }
        return env;
    }

    public String getPronoun() {
        return "Project";
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL((Job<?, ?>) this);
    }
}
