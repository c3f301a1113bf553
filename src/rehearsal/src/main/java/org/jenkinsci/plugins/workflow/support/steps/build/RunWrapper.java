package org.jenkinsci.plugins.workflow.support.steps.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Result;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A build as pipelines see it: their own ({@code currentBuild}), a former one, or one that they started. */
public final class RunWrapper implements Serializable {
    private static final long serialVersionUID = 1;
    private final String id;
    private final boolean current;

    public RunWrapper(Run<?, ?> run, boolean currentBuild) {
        this.id = run.getExternalizableId();
        this.current = currentBuild;
    }

    /** The build itself; not for sandboxed scripts. */
    public Run<?, ?> getRawBuild() {
        // Who may see the job is not the question here: a script always sees its own build.
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return Run.fromExternalizableId(id);
        }
    }

    private Run<?, ?> own() {
        if (!current) {
            throw new SecurityException("can only set the result property on the current build");
        }
        return getRawBuild();
    }

    public void setResult(String result) {
        own().setResult(Result.fromString(result));
    }

    @CheckForNull
    public String getResult() {
        Result result = getRawBuild().getResult();
        return result == null ? null : result.toString();
    }

    public String getCurrentResult() {
        Result result = getRawBuild().getResult();
        return result == null ? Result.SUCCESS.toString() : result.toString();
    }

    private Result worst() {
        return Result.fromString(getCurrentResult());
    }

    public boolean resultIsBetterOrEqualTo(String other) {
        return worst().isBetterOrEqualTo(Result.fromString(other));
    }

    public boolean resultIsWorseOrEqualTo(String other) {
        return worst().isWorseOrEqualTo(Result.fromString(other));
    }

    @CheckForNull
    public String getDescription() {
        return getRawBuild().getDescription();
    }

    public void setDescription(@CheckForNull String text) throws IOException {
        own().setDescription(text);
    }

    public String getDisplayName() {
        return getRawBuild().getDisplayName();
    }

    public void setDisplayName(String name) throws IOException {
        own().setDisplayName(name);
    }

    public boolean isKeepLog() {
        return getRawBuild().isKeepLog();
    }

    public void setKeepLog(boolean keep) throws IOException {
        own().keepLog(keep);
    }

    public int getNumber() {
        return getRawBuild().getNumber();
    }

    public String getId() {
        return getRawBuild().getId();
    }

    public String getFullDisplayName() {
        return getRawBuild().getFullDisplayName();
    }

    public String getProjectName() {
        return getRawBuild().getParent().getName();
    }

    public String getFullProjectName() {
        return getRawBuild().getParent().getFullName();
    }

    @CheckForNull
    public String getAbsoluteUrl() {
        return getRawBuild().getAbsoluteUrl();
    }

    public long getTimeInMillis() {
        return getRawBuild().getTimeInMillis();
    }

    public long getStartTimeInMillis() {
        return getRawBuild().getTimeInMillis();
    }

    public long getDuration() {
        return getRawBuild().getDuration();
    }

    public String getDurationString() {
        return getRawBuild().getDurationString();
    }

    @CheckForNull
    private static RunWrapper of(@CheckForNull Run<?, ?> run) {
        return run == null ? null : new RunWrapper(run, false);
    }

    @CheckForNull
    public RunWrapper getPreviousBuild() {
        return of(getRawBuild().getPreviousBuild());
    }

    @CheckForNull
    public RunWrapper getPreviousCompletedBuild() {
        return of(getRawBuild().getPreviousCompletedBuild());
    }

    @CheckForNull
    public RunWrapper getPreviousBuildInProgress() {
        return of(getRawBuild().getPreviousBuildInProgress());
    }

    @CheckForNull
    public RunWrapper getPreviousBuiltBuild() {
        return of(getRawBuild().getPreviousBuiltBuild());
    }

    @CheckForNull
    public RunWrapper getPreviousSuccessfulBuild() {
        return of(getRawBuild().getPreviousSuccessfulBuild());
    }

    @CheckForNull
    public RunWrapper getPreviousFailedBuild() {
        return of(getRawBuild().getPreviousFailedBuild());
    }

    @CheckForNull
    public RunWrapper getPreviousNotFailedBuild() {
        return of(getRawBuild().getPreviousNotFailedBuild());
    }

    @CheckForNull
    public RunWrapper getNextBuild() {
        return of(getRawBuild().getNextBuild());
    }

    /** What the build put into its environment. */
    public Map<String, String> getBuildVariables() {
        return getRawBuild() instanceof Variables run ? new HashMap<>(run.buildVariables()) : Map.of();
    }

    /** Who or what started the build, as plain data. */
    public List<Map<String, Object>> getBuildCauses() {
        return causes(Cause.class.getName());
    }

    public List<Map<String, Object>> getBuildCauses(String className) {
        return causes(className);
    }

    private List<Map<String, Object>> causes(String className) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (Cause cause : getRawBuild().getCauses()) {
            if (isA(cause.getClass(), className)) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("_class", cause.getClass().getName());
                data.put("shortDescription", cause.getShortDescription());
                if (cause instanceof Cause.UserIdCause user) {
                    data.put("userId", user.getUserId());
                    data.put("userName", user.getUserName());
                }
                found.add(data);
            }
        }
        return found;
    }

    private static boolean isA(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** A rehearsal works on the tree as it is. */
    public List<Object> getChangeSets() {
        return getRawBuild() instanceof Variables run ? new ArrayList<>(run.changes()) : List.of();
    }

    public List<RunWrapper> getUpstreamBuilds() {
        List<RunWrapper> upstream = new ArrayList<>();
        for (Cause cause : getRawBuild().getCauses()) {
            if (cause instanceof Cause.UpstreamCause started && started.getUpstreamRun() != null) {
                upstream.add(new RunWrapper(started.getUpstreamRun(), false));
            }
        }
        return upstream;
    }

    /** What a build offers to pipelines beyond what all builds have. */
    public interface Variables {
        Map<String, String> buildVariables();

        List<?> changes();
    }
}
