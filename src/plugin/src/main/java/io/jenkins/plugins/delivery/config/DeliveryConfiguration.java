package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.delivery.engine.approval.calendar.DeploymentCalendar;
import io.jenkins.plugins.delivery.engine.approval.calendar.Freeze;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jenkins.model.GlobalConfiguration;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The settings of this plugin. */
@Extension
@Symbol("progressiveDelivery")
public class DeliveryConfiguration extends GlobalConfiguration {
    private static final int DEFAULT_REPORT_MEGABYTES = 4096;

    /** A host name, or {@code *.} and a domain. */
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]{0,252})(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+\\](:\\d{1,5})?");

    private ArrayList<ClusterSettings> clusters = new ArrayList<>();
    private ArrayList<EnvironmentSettings> environments = new ArrayList<>();
    private ArrayList<MetricProviderSettings> metricProviders = new ArrayList<>();
    private ArrayList<String> smokeTestHosts = new ArrayList<>();
    /** Null where there is none, as in the files of older releases. */
    private ArrayList<FreezeSettings> freezes;

    private Integer auditRetentionDays;
    private Integer largestReportMegabytes;

    /** Null where there is none, as in the files of older releases. */
    private ArrayList<NotificationTargetSettings> notificationTargets;

    /** Null instead of empty, so that settings without it are written as before there were any. */
    @CheckForNull
    private ArrayList<ScanGate> scanGates;

    @CheckForNull
    private ArrayList<ScannerSettings> scanners;

    public DeliveryConfiguration() {
        // Permissions have to exist before the strategy that grants them is loaded.
        DeliveryPermissions.GROUP.getPermissions();
        load();
    }

    /** The one configuration of this controller. */
    public static DeliveryConfiguration get() {
        return ExtensionList.lookupSingleton(DeliveryConfiguration.class);
    }

    /** Their own: they have a page of their own, and saving the page of the system leaves them alone. */
    @Override
    public GlobalConfigurationCategory getCategory() {
        return GlobalConfigurationCategory.get(DeliveryCategory.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.DeliveryConfiguration_title();
    }

    public synchronized List<ClusterSettings> getClusters() {
        return List.copyOf(clusters);
    }

    @DataBoundSetter
    public synchronized void setClusters(List<ClusterSettings> clusters) {
        this.clusters = Named.distinct("clusters", Util.fixNull(clusters));
        save();
    }

    public synchronized List<EnvironmentSettings> getEnvironments() {
        return List.copyOf(environments);
    }

    @DataBoundSetter
    public synchronized void setEnvironments(List<EnvironmentSettings> environments) {
        ArrayList<EnvironmentSettings> distinct = Named.distinct("environments", Util.fixNull(environments));
        try {
            References.order(distinct).check();
        } catch (ArgumentException e) {
            throw new IllegalArgumentException("environments: " + e.getMessage(), e);
        }
        this.environments = distinct;
        save();
    }

    /** As they are listed, but none before the one that it is promoted from. */
    public List<EnvironmentSettings> environmentsInOrder() {
        List<EnvironmentSettings> all = getEnvironments();
        return References.order(all).names().stream()
                .map(name -> Named.pick("environment", "environment", name, all))
                .toList();
    }

    /** The colours of environments that have one, by name. */
    public Map<String, String> colours(Collection<String> names) {
        Map<String, String> colours = new TreeMap<>();
        getEnvironments().stream()
                .filter(one -> one.getColour() != null && names.contains(one.getName()))
                .forEach(one -> colours.put(one.getName(), one.getColour()));
        return colours;
    }

    /** The settings of an environment, if there is one of that name: what deployments tell of may be gone. */
    public Optional<EnvironmentSettings> knownEnvironment(@CheckForNull String name) {
        return getEnvironments().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst();
    }

    public synchronized List<MetricProviderSettings> getMetricProviders() {
        return List.copyOf(metricProviders);
    }

    @DataBoundSetter
    public synchronized void setMetricProviders(List<MetricProviderSettings> metricProviders) {
        this.metricProviders = Named.distinct("metricProviders", Util.fixNull(metricProviders));
        save();
    }

    /** Hosts that smoke tests may reach from the controller; {@code *.example.com} means every host of the domain. */
    public synchronized List<String> getSmokeTestHosts() {
        return List.copyOf(smokeTestHosts);
    }

    @DataBoundSetter
    public synchronized void setSmokeTestHosts(List<String> smokeTestHosts) {
        ArrayList<String> hosts = Words.of(Util.fixNull(smokeTestHosts).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList());
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("smokeTestHosts: " + host + " is not a host name.");
            }
        }
        this.smokeTestHosts = hosts;
        save();
    }

    /** Gates that hold in every scan, beside those of its Jenkinsfile. */
    public synchronized List<ScanGate> getScanGates() {
        return List.copyOf(Util.fixNull(scanGates));
    }

    /** @throws IllegalArgumentException for a gate that cannot be used */
    @DataBoundSetter
    public synchronized void setScanGates(List<ScanGate> scanGates) {
        ScanGate.parse("scanGates", Util.fixNull(scanGates));
        this.scanGates = Util.fixNull(scanGates).isEmpty() ? null : new ArrayList<>(scanGates);
        save();
    }

    /** Scanners beside the built-in ones. */
    public synchronized List<ScannerSettings> getScanners() {
        return List.copyOf(Util.fixNull(scanners));
    }

    /** @throws IllegalArgumentException for a definition that cannot be used */
    @DataBoundSetter
    public synchronized void setScanners(List<ScannerSettings> scanners) {
        ArrayList<ScannerSettings> distinct = Named.distinct("scanners", Util.fixNull(scanners));
        for (ScannerSettings scanner : distinct) {
            try {
                scanner.check();
            } catch (ArgumentException e) {
                throw new IllegalArgumentException("scanners: " + scanner.getName() + ": " + e.getMessage(), e);
            }
        }
        this.scanners = distinct.isEmpty() ? null : distinct;
        save();
    }

    public String getSmokeTestHostsText() {
        return Words.text(getSmokeTestHosts());
    }

    /** Times in which nothing takes effect; a configuration of an older release has none. */
    public synchronized List<FreezeSettings> getFreezes() {
        return freezes == null ? List.of() : List.copyOf(freezes);
    }

    @DataBoundSetter
    public synchronized void setFreezes(List<FreezeSettings> freezes) {
        Util.fixNull(freezes).forEach(FreezeSettings::toFreeze);
        this.freezes = Util.fixNull(freezes).isEmpty() ? null : new ArrayList<>(freezes);
        save();
    }

    /** How large a report of a scanner may be, in mebibytes; 4096 unless somebody has said something else. */
    public synchronized int getLargestReportMegabytes() {
        return largestReportMegabytes == null ? DEFAULT_REPORT_MEGABYTES : largestReportMegabytes;
    }

    /** @throws IllegalArgumentException if no report could be read any more */
    @DataBoundSetter
    public synchronized void setLargestReportMegabytes(int largestReportMegabytes) {
        if (largestReportMegabytes < 1) {
            throw new IllegalArgumentException(
                    "largestReportMegabytes: " + largestReportMegabytes + " is less than 1: no report could be read.");
        }
        this.largestReportMegabytes =
                largestReportMegabytes == DEFAULT_REPORT_MEGABYTES ? null : largestReportMegabytes;
        save();
    }

    /** Where news goes; a configuration of an older release has none. */
    public synchronized List<NotificationTargetSettings> getNotificationTargets() {
        return notificationTargets == null ? List.of() : List.copyOf(notificationTargets);
    }

    @DataBoundSetter
    public synchronized void setNotificationTargets(List<NotificationTargetSettings> notificationTargets) {
        ArrayList<NotificationTargetSettings> targets =
                Named.distinct("notificationTargets", Util.fixNull(notificationTargets));
        this.notificationTargets = targets.isEmpty() ? null : targets;
        save();
    }

    /** Days after which entries of the audit log are removed; 0 for never. */
    public synchronized int getAuditRetentionDays() {
        return auditRetentionDays == null ? 0 : auditRetentionDays;
    }

    @DataBoundSetter
    public synchronized void setAuditRetentionDays(int auditRetentionDays) {
        if (auditRetentionDays < 0) {
            throw new IllegalArgumentException("auditRetentionDays: " + auditRetentionDays + " is less than 0.");
        }
        this.auditRetentionDays = auditRetentionDays == 0 ? null : auditRetentionDays;
        save();
    }

    /**
     * When changes may take effect: the given windows, and the freezes of the environment as they are now.
     *
     * @param environment null for a change that goes to none; it is frozen when all are
     */
    public DeploymentCalendar calendar(@CheckForNull String environment, List<String> windows) {
        List<Freeze> frozen = getFreezes().stream()
                .filter(freeze -> freeze.concerns(Util.fixNull(environment)))
                .map(FreezeSettings::toFreeze)
                .toList();
        return DeploymentCalendar.parse(windows).frozenBy(frozen);
    }

    /**
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the nearest, where there is none
     */
    public EnvironmentSettings environment(String name) {
        return Named.pick("environment", "environment", name, getEnvironments());
    }

    /**
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the nearest, where there is none
     */
    public ClusterSettings cluster(String name) {
        return Named.pick("cluster", "cluster", name, getClusters());
    }

    /**
     * The cluster that an environment lives in, if pipelines may deploy to its namespace there.
     *
     * @throws ArgumentException naming what is missing, or which namespaces are allowed
     */
    public ClusterSettings clusterOf(EnvironmentSettings environment) {
        if (environment.getCluster() == null) {
            throw new ArgumentException(
                    "environment", "'" + environment.getName() + "' has no cluster in its settings");
        }
        ClusterSettings cluster = cluster(environment.getCluster());
        if (!cluster.allowsNamespace(environment.getNamespace())) {
            throw new ArgumentException(
                    "environment",
                    "'" + environment.getName() + "' is namespace '" + environment.getNamespace()
                            + "', which the cluster '" + cluster.getName() + "' does not allow (allowed are "
                            + String.join(", ", cluster.getAllowedNamespaces()) + ")");
        }
        return cluster;
    }

    /**
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the nearest, where there is none
     */
    public MetricProviderSettings metricProvider(String name) {
        return Named.pick("provider", "metric provider", name, getMetricProviders());
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try (BulkChange change = new BulkChange(this)) {
            reset();
            request.bindJSON(this, json);
            change.commit();
            return true;
        } catch (IllegalArgumentException | IOException e) {
            load();
            throw new FormException(e.getMessage(), e, "progressiveDelivery");
        }
    }

    /** A list that is empty in the form does not come at all. */
    private synchronized void reset() {
        clusters = new ArrayList<>();
        environments = new ArrayList<>();
        metricProviders = new ArrayList<>();
        smokeTestHosts = new ArrayList<>();
        freezes = null;
        auditRetentionDays = null;
        largestReportMegabytes = null;
        notificationTargets = null;
        scanGates = null;
        scanners = null;
    }

    @POST
    public FormValidation doCheckAuditRetentionDays(@QueryParameter String value) {
        return Checks.administrator() ? FormValidation.validateNonNegativeInteger(value) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckLargestReportMegabytes(@QueryParameter String value) {
        return Checks.administrator() ? FormValidation.validatePositiveInteger(value) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckSmokeTestHosts(@QueryParameter String value) {
        if (!Checks.administrator()) {
            return FormValidation.ok();
        }
        for (String host : Words.of(List.of(Util.fixNull(value)))) {
            if (!HOST.matcher(host).matches()) {
                return FormValidation.error(host + " is not a host name.");
            }
        }
        return FormValidation.ok();
    }
}
