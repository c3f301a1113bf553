package io.jenkins.plugins.delivery.steps.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.steps.DeliveryStep;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code smokeTest}: checks whether a deployment answers, and tries again until it does or its time is over. */
public final class SmokeTestStep extends DeliveryStep {
    private static final long serialVersionUID = 1L;

    private String url;
    private String service;
    private String openapi;
    private String include;
    private String exclude;
    private ArrayList<Object> checks;
    private String file;
    private String environment;
    private String timeout;
    private String interval;
    private String stableFor;
    private Integer concurrency;
    private String credentialsId;
    private String name;
    private boolean dryRun;

    @DataBoundConstructor
    public SmokeTestStep() {
        // everything is checked when the step starts
    }

    /** What paths are relative to. */
    @CheckForNull
    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = Util.fixEmptyAndTrim(url);
    }

    /** A Service of the environment's cluster, reached through its API server. */
    @CheckForNull
    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    /** An OpenAPI document of the workspace, or the address of one. */
    @CheckForNull
    public String getOpenapi() {
        return openapi;
    }

    @DataBoundSetter
    public void setOpenapi(String openapi) {
        this.openapi = Util.fixEmptyAndTrim(openapi);
    }

    /** Patterns of the document's paths, separated by commas. */
    @CheckForNull
    public String getInclude() {
        return include;
    }

    @DataBoundSetter
    public void setInclude(String include) {
        this.include = Util.fixEmptyAndTrim(include);
    }

    @CheckForNull
    public String getExclude() {
        return exclude;
    }

    @DataBoundSetter
    public void setExclude(String exclude) {
        this.exclude = Util.fixEmptyAndTrim(exclude);
    }

    /** Maps, one a check. Untyped, as a Jenkinsfile writes them; the engine reads and explains them. */
    @CheckForNull
    @SuppressWarnings("rawtypes")
    public List getChecks() {
        return checks;
    }

    @DataBoundSetter
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void setChecks(List checks) {
        this.checks = checks == null ? null : new ArrayList<Object>(checks);
    }

    /** YAML file in the workspace with the same keys. */
    @CheckForNull
    public String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    @CheckForNull
    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Util.fixEmptyAndTrim(environment);
    }

    @CheckForNull
    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String timeout) {
        this.timeout = Util.fixEmptyAndTrim(timeout);
    }

    @CheckForNull
    public String getInterval() {
        return interval;
    }

    @DataBoundSetter
    public void setInterval(String interval) {
        this.interval = Util.fixEmptyAndTrim(interval);
    }

    @CheckForNull
    public String getStableFor() {
        return stableFor;
    }

    @DataBoundSetter
    public void setStableFor(String stableFor) {
        this.stableFor = Util.fixEmptyAndTrim(stableFor);
    }

    @CheckForNull
    public Integer getConcurrency() {
        return concurrency;
    }

    @DataBoundSetter
    public void setConcurrency(Integer concurrency) {
        this.concurrency = concurrency;
    }

    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** Tells several smoke tests of one build apart. */
    @CheckForNull
    public String getName() {
        return name;
    }

    @DataBoundSetter
    public void setName(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    /** Whether only what is to be checked is read, and nothing is asked. */
    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    protected StepExecution execution(StepContext context) {
        check();
        return new SmokeTestExecution(context, this);
    }

    /** Checks all arguments before anything is contacted, as far as it does not depend on a file. */
    void check() {
        if (environment != null) {
            DeliveryConfiguration.get().environment(environment);
        }
        if (service != null && environment == null) {
            throw new ArgumentException("service", "it needs an 'environment' that says in which cluster it is");
        }
        if (file != null) {
            WorkspaceFiles.check("file", file);
        }
        Map<String, Object> arguments = arguments(url);
        boolean complete = file == null && (url != null || service != null || environment == null);
        if (complete && !SmokeArguments.needsSources(arguments)) {
            SmokeArguments.parse(arguments);
        }
    }

    /** What the Jenkinsfile says, with the address to start from. */
    Map<String, Object> arguments(@CheckForNull String address) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("url", address);
        arguments.put("service", service);
        arguments.put("checks", checks);
        arguments.put("openapi", openapi);
        arguments.put("include", include);
        arguments.put("exclude", exclude);
        arguments.put("timeout", timeout);
        arguments.put("interval", interval);
        arguments.put("stableFor", stableFor);
        arguments.put("concurrency", concurrency);
        arguments.put("credentialsId", credentialsId);
        arguments.values().removeIf(value -> value == null);
        return new HashMap<>(arguments);
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "smokeTest";
        }

        @Override
        public String getDisplayName() {
            return Messages.SmokeTestStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.duration(item, "timeout", value);
        }

        @POST
        public FormValidation doCheckInterval(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.duration(item, "interval", value);
        }

        @POST
        public FormValidation doCheckStableFor(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.duration(item, "stableFor", value);
        }

        @POST
        public ListBoxModel doFillEnvironmentItems(@AncestorInPath Item item, @QueryParameter String environment) {
            return StepForms.environments(item, environment, true);
        }
    }
}
