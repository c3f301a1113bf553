package hudson.model;

import com.thoughtworks.xstream.XStream;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.util.XStream2;
import jakarta.servlet.ServletException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Calendar;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import jenkins.model.ArtifactManager;
import jenkins.model.Tab;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.springframework.security.access.AccessDeniedException;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, StaplerProxy {
    public static final long QUEUE_ID_UNKNOWN = -1l;
    protected final transient JobT project = null;
    public transient int number;
    protected long timestamp;
    protected volatile Result result;
    protected volatile String description;
    protected long duration;
    protected String charset;
    public static final int LIST_CUTOFF = 0;
    public static final XStream XSTREAM = null;
    public static final XStream2 XSTREAM2 = null;
    public static final Comparator<Run> ORDER_BY_DATE = null;
    public static final PermissionGroup PERMISSIONS = null;
    public static final Permission DELETE = null;
    public static final Permission UPDATE = null;
    public static final Permission ARTIFACTS = null;
    public static boolean SKIP_PERMISSION_CHECK;

    protected Run(JobT jobT) throws IOException {}

    protected Run(JobT jobT, Calendar calendar) {}

    protected Run(JobT jobT, long n) {}

    protected Run(JobT jobT, File file) throws IOException {}

    public void reload() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void onLoad() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Action> getTransientActions() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void addAction(Action action) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected RunT _this() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int compareTo(RunT runT) {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getQueueId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setQueueId(long n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Result getResult() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setResult(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isBuilding() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isInProgress() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isLogUpdated() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Executor getExecutor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Executor getOneOffExecutor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Charset getCharset() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Cause> getCauses() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends Cause> T getCause(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isKeepLog() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getWhyKeepLog() {
        throw new UnsupportedOperationException("unwritten");
    }

    public JobT getParent() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Calendar getTimestamp() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Date getTime() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final long getTimeInMillis() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final long getStartTimeInMillis() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getTimestampString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getTimestampString2() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDurationString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getDuration() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasntStartedYet() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getFullDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasCustomDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDisplayName(String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int getNumber() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void dropLinks() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getPreviousBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final RunT getPreviousCompletedBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final RunT getPreviousBuildInProgress() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getPreviousBuiltBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getPreviousNotFailedBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getPreviousFailedBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getPreviousSuccessfulBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<RunT> getPreviousBuildsOverThreshold(int n, Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected List<RunT> getBuildsOverThreshold(int n, Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public RunT getNextBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getConsoleUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getAbsoluteUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getSearchUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getRootDir() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<ParameterValue> getParameterValues() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final ArtifactManager getArtifactManager() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final synchronized ArtifactManager pickArtifactManager() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean hasCustomArtifactManager() {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getArtifactsDir() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean getHasArtifacts() {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getLogFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    public InputStream getLogInputStream() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Reader getLogReader() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void writeWholeLogTo(OutputStream outputStream) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL() {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void deleteArtifacts() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void delete() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final void updateSymlinks(TaskListener taskListener) throws InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void onStartBuilding() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void onEndBuilding() {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected Object writeReplace() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getLog() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<String> getLog(int n) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doBuildStatus(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doBuildNumber(StaplerResponse2 staplerResponse2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doBuildTimestamp(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2, String text)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doConsoleText(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean canToggleLogKeep() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doToggleLogKeep(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final void keepLog() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void keepLog(boolean flag) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doDoDelete(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDescription(String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void doSubmitDescription(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, String> getEnvVars() {
        throw new UnsupportedOperationException("unwritten");
    }

    public EnvVars getEnvironment() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public EnvVars getEnvironment(TaskListener taskListener) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final EnvVars getCharacteristicEnvVars() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getExternalizableId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Run<?, ?> fromExternalizableId(String text) throws IllegalArgumentException, AccessDeniedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getEstimatedDuration() {
        throw new UnsupportedOperationException("unwritten");
    }

    public HttpResponse doConfigSubmit(StaplerRequest2 staplerRequest2)
            throws IOException, ServletException, Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void submit(JSONObject jsonObject) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object getDynamic(String text, StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object getTarget() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Tab> getRunTabs() {
        throw new UnsupportedOperationException("unwritten");
    }
}
