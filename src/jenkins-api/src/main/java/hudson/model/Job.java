package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.util.CopyOnWriteList;
import hudson.util.RunList;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.kohsuke.stapler.StaplerOverridable;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint, StaplerOverridable {
    protected CopyOnWriteList<JobProperty<? super JobT>> properties;

    protected Job(ItemGroup itemGroup, String text) {
        super((ItemGroup) null, (String) null);
    }

    public void onLoad(ItemGroup<? extends Item> itemGroup, String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected synchronized void saveNextBuildNumber() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isInQueue() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isBuilding() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isLogUpdated() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getPronoun() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isKeepDependencies() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int assignBuildNumber() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int getNextBuildNumber() {
        throw new UnsupportedOperationException("unwritten");
    }

    public EnvVars getCharacteristicEnvVars() {
        throw new UnsupportedOperationException("unwritten");
    }

    public EnvVars getEnvironment(Node node, TaskListener taskListener) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void updateNextBuildNumber(int n) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void addProperty(JobProperty<? super JobT> jobProperty) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void removeProperty(JobProperty<? super JobT> jobProperty) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends JobProperty> T removeProperty(Class<T> type) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<JobPropertyDescriptor, JobProperty<? super JobT>> getProperties() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<JobProperty<? super JobT>> getAllProperties() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends JobProperty> T getProperty(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public JobProperty getProperty(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean isBuildable();

    public RunList<RunT> getBuilds() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<RunT> getNewBuilds() {
        throw new UnsupportedOperationException("unwritten");
    }

    public SortedMap<Integer, RunT> getBuildsAsMap() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getBuild(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getBuildByNumber(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunList<RunT> getBuildsByTimestamp(long n, long n2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getNearestBuild(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getNearestOldBuild(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getBuildDir() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected abstract SortedMap<Integer, ? extends RunT> _getRuns();

    protected abstract void removeRun(RunT runT);

    public RunT getLastBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getFirstBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getLastSuccessfulBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getLastUnsuccessfulBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getLastUnstableBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getLastStableBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getLastFailedBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getLastCompletedBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<RunT> getLastBuildsOverThreshold(int n, Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getEstimatedDuration() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL() {
        throw new UnsupportedOperationException("unwritten");
    }
}
