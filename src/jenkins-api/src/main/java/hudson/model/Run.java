package hudson.model;

import com.thoughtworks.xstream.XStream;
import hudson.BulkChange;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.XmlFile;
import hudson.console.ConsoleNote;
import hudson.model.listeners.RunListener;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.XStream2;
import io.jenkins.plugins.delivery.jenkinsapi.FixedText;
import io.jenkins.plugins.delivery.jenkinsapi.LocalArtifacts;
import io.jenkins.plugins.delivery.jenkinsapi.StandardPermission;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Comparator;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jenkins.model.ArtifactManager;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;
import org.apache.commons.io.FileUtils;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;

/** One execution of a {@link Job}, kept in {@code build.xml} with its actions. */
@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, Saveable, StaplerProxy {
    public static final XStream2 XSTREAM2 = new XStream2();
    public static final XStream XSTREAM = XSTREAM2;

    public static final Comparator<Run> ORDER_BY_DATE =
            (left, right) -> Long.compare(right.getTimeInMillis(), left.getTimeInMillis());

    public static final PermissionGroup PERMISSIONS = new PermissionGroup("Run", Run.class, new FixedText("Run"));
    public static final Permission DELETE =
            StandardPermission.of(PERMISSIONS, "Delete", Permission.DELETE, PermissionScope.RUN);
    public static final Permission UPDATE =
            StandardPermission.of(PERMISSIONS, "Update", Permission.UPDATE, PermissionScope.RUN);
    public static final Permission ARTIFACTS =
            new Permission(PERMISSIONS, "Artifacts", new FixedText("Artifacts"), null, false, new PermissionScope[] {
                PermissionScope.RUN
            });

    protected final transient JobT project;
    public transient int number;
    protected long timestamp;
    protected volatile Result result;
    protected volatile String description;
    protected long duration;
    protected String charset;
    private volatile long startTime;
    private volatile String displayName;
    private volatile boolean keepLog;
    private transient volatile boolean ended;

    protected Run(JobT job) throws IOException {
        this(job, System.currentTimeMillis());
        number = project.assignBuildNumber();
    }

    protected Run(JobT job, Calendar timestamp) {
        this(job, timestamp.getTimeInMillis());
    }

    protected Run(JobT job, long timestamp) {
        this.project = job;
        this.timestamp = timestamp;
    }

    /** Reads the run that was saved in {@code buildDir}. */
    protected Run(JobT project, File buildDir) throws IOException {
        this.project = project;
        this.number = Integer.parseInt(buildDir.getName());
        reload();
    }

    public void reload() throws IOException {
        ended = true;
        getDataFile().unmarshal(this);
        onLoad();
    }

    protected void onLoad() {
        for (Action each : getActions()) {
            if (each instanceof RunAction2 action) {
                action.onLoad(this);
            }
        }
    }

    @Override
    public void addAction(Action action) {
        super.addAction(action);
        if (action instanceof RunAction2 attached) {
            attached.onAttached(this);
        }
    }

    protected RunT _this() {
        return (RunT) this;
    }

    /** By job, then by number. */
    @Override
    public int compareTo(RunT that) {
        int byJob = getParent().getFullName().compareTo(that.getParent().getFullName());
        return byJob == 0 ? Integer.compare(number, that.number) : byJob;
    }

    // State

    public Result getResult() {
        return result;
    }

    /** Only makes it worse: a failed run does not become a good one. */
    public void setResult(Result r) {
        if (result == null || r.isWorseThan(result)) {
            result = r;
        }
    }

    public boolean isBuilding() {
        return !ended;
    }

    public boolean isLogUpdated() {
        return isBuilding();
    }

    public boolean hasntStartedYet() {
        return startTime == 0 && isBuilding();
    }

    protected void onStartBuilding() {
        startTime = System.currentTimeMillis();
        RunListener.fireInitialize(this);
    }

    protected void onEndBuilding() {
        ended = true;
        if (result == null) {
            result = Result.FAILURE;
        }
        if (duration == 0) {
            duration = Math.max(System.currentTimeMillis() - getStartTimeInMillis(), 0);
        }
    }

    public Executor getExecutor() {
        return null;
    }

    public final boolean isKeepLog() {
        return keepLog;
    }

    public void keepLog(boolean newValue) throws IOException {
        keepLog = newValue;
        save();
    }

    // Causes and parameters

    public List<Cause> getCauses() {
        CauseAction action = getAction(CauseAction.class);
        return action == null ? List.of() : action.getCauses();
    }

    public <T extends Cause> T getCause(Class<T> type) {
        return getCauses().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    // Times

    public Calendar getTimestamp() {
        GregorianCalendar calendar = new GregorianCalendar();
        calendar.setTimeInMillis(timestamp);
        return calendar;
    }

    public final Date getTime() {
        return new Date(timestamp);
    }

    /** When it was scheduled. */
    public final long getTimeInMillis() {
        return timestamp;
    }

    public final long getStartTimeInMillis() {
        return startTime == 0 ? timestamp : startTime;
    }

    public String getTimestampString2() {
        return Instant.ofEpochMilli(timestamp).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Milliseconds; 0 while it runs. */
    public long getDuration() {
        return duration;
    }

    public String getDurationString() {
        return isBuilding()
                ? hudson.Util.getTimeSpanString(System.currentTimeMillis() - getStartTimeInMillis()) + " and counting"
                : hudson.Util.getTimeSpanString(duration);
    }

    // Names and addresses

    public int getNumber() {
        return number;
    }

    public String getId() {
        return Integer.toString(number);
    }

    public JobT getParent() {
        return project;
    }

    @Override
    public String getDisplayName() {
        return displayName == null ? "#" + number : displayName;
    }

    public boolean hasCustomDisplayName() {
        return displayName != null;
    }

    public void setDisplayName(String value) throws IOException {
        displayName = value == null || value.isEmpty() ? null : value;
        save();
    }

    public String getFullDisplayName() {
        return project.getFullDisplayName() + ' ' + getDisplayName();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) throws IOException {
        this.description = description;
        save();
    }

    public String getUrl() {
        return project.getUrl() + getNumber() + '/';
    }

    public final String getAbsoluteUrl() {
        return project.getAbsoluteUrl() + getNumber() + '/';
    }

    public final String getSearchUrl() {
        return getNumber() + "/";
    }

    @Override
    public String toString() {
        return project.getFullName() + " #" + number;
    }

    public String getExternalizableId() {
        return project.getFullName() + "#" + getNumber();
    }

    /** Null when there is no such run. */
    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException, AccessDeniedException {
        int hash = id.lastIndexOf('#');
        if (hash <= 0) {
            throw new IllegalArgumentException("Invalid id");
        }
        Job<?, ?> job = Jenkins.get().getItemByFullName(id.substring(0, hash), Job.class);
        try {
            return job == null ? null : job.getBuildByNumber(Integer.parseInt(id.substring(hash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    // Neighbours

    private Stream<RunT> older() {
        SortedMap<Integer, RunT> runs = (SortedMap<Integer, RunT>) project._getRuns();
        return runs.tailMap(number).values().stream().filter(each -> each.number < number);
    }

    private RunT previous(Predicate<RunT> wanted) {
        return older().filter(wanted).findFirst().orElse(null);
    }

    public RunT getPreviousBuild() {
        return previous(each -> true);
    }

    public final RunT getPreviousCompletedBuild() {
        return previous(each -> !each.isBuilding());
    }

    public final RunT getPreviousBuildInProgress() {
        return previous(Run::isBuilding);
    }

    public RunT getPreviousBuiltBuild() {
        return previous(each -> each.getResult() != null && each.getResult() != Result.NOT_BUILT);
    }

    public RunT getPreviousNotFailedBuild() {
        return previous(each -> each.getResult() != Result.FAILURE);
    }

    public RunT getPreviousFailedBuild() {
        return previous(each -> each.getResult() == Result.FAILURE);
    }

    /** Stable or unstable. */
    public RunT getPreviousSuccessfulBuild() {
        return previous(each -> each.getResult() != null && each.getResult().isBetterOrEqualTo(Result.UNSTABLE));
    }

    public RunT getNextBuild() {
        SortedMap<Integer, RunT> newer = ((SortedMap<Integer, RunT>) project._getRuns()).headMap(number);
        return newer.isEmpty() ? null : newer.get(newer.lastKey());
    }

    // Files

    public File getRootDir() {
        return new File(project.getBuildDir(), getId());
    }

    public File getArtifactsDir() {
        return new File(getRootDir(), "archive");
    }

    public boolean getHasArtifacts() {
        String[] files = getArtifactsDir().list();
        return files != null && files.length > 0;
    }

    public final ArtifactManager getArtifactManager() {
        return new LocalArtifacts(this);
    }

    public final synchronized ArtifactManager pickArtifactManager() throws IOException {
        return getArtifactManager();
    }

    public File getLogFile() {
        return new File(getRootDir(), "log");
    }

    public InputStream getLogInputStream() throws IOException {
        return getLogFile().exists() ? Files.newInputStream(getLogFile().toPath()) : InputStream.nullInputStream();
    }

    public Reader getLogReader() throws IOException {
        return new InputStreamReader(getLogInputStream(), getCharset());
    }

    /** The last lines, without the notes that only a browser understands. */
    public List<String> getLog(int maxLines) throws IOException {
        try (BufferedReader reader = new BufferedReader(getLogReader())) {
            List<String> all = ConsoleNote.removeNotes(reader.lines().toList());
            return all.subList(Math.max(all.size() - maxLines, 0), all.size());
        }
    }

    public final Charset getCharset() {
        return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }

    @Override
    public synchronized void save() throws IOException {
        if (BulkChange.contains(this)) {
            return;
        }
        getDataFile().write(this);
        SaveableListener.fireOnChange(this, getDataFile());
    }

    private XmlFile getDataFile() {
        return new XmlFile(XSTREAM, new File(getRootDir(), "build.xml"));
    }

    public void delete() throws IOException {
        RunListener.fireDeleted(this);
        project.removeRun(_this());
        FileUtils.deleteDirectory(getRootDir());
    }

    // Environment and permissions

    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = project.getEnvironment(null, listener);
        env.putAll(getCharacteristicEnvVars());
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            env.put("BUILD_URL", root + getUrl());
        }
        ParametersAction parameters = getAction(ParametersAction.class);
        if (parameters != null) {
            parameters.forEach(each -> each.buildEnvironment(this, env));
        }
        for (EnvironmentContributor each : EnvironmentContributor.all()) {
            each.buildEnvironmentFor(this, env, listener);
        }
        return env;
    }

    public final EnvVars getCharacteristicEnvVars() {
        EnvVars env = project.getCharacteristicEnvVars();
        env.putAll(Map.of(
                "BUILD_NUMBER", String.valueOf(number),
                "BUILD_ID", getId(),
                "BUILD_DISPLAY_NAME", getDisplayName(),
                "BUILD_TAG", "jenkins-" + project.getFullName().replace('/', '-') + "-" + number));
        return env;
    }

    @Override
    public ACL getACL() {
        return project.getACL();
    }

    @Override
    public Object getTarget() {
        checkPermission(Item.READ);
        return this;
    }
}
