package io.jenkins.plugins.delivery.pipeline;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.credentials.BuildCredentials;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.Variables;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code deliveryEnvironment}: the variables of an environment, and which credentials are bound to which. No secret. */
public final class EnvironmentStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private LinkedHashMap<String, String> variables = new LinkedHashMap<>();
    private LinkedHashMap<String, String> credentials = new LinkedHashMap<>();

    @DataBoundConstructor
    public EnvironmentStep(String environment) {
        this.environment = Util.fixNull(environment).strip();
    }

    public String getEnvironment() {
        return environment;
    }

    /** Further ones, by name. */
    public Map<String, String> getVariables() {
        return new LinkedHashMap<>(variables);
    }

    @DataBoundSetter
    public void setVariables(Map<String, String> variables) {
        this.variables = Texts.of(variables);
    }

    /** Ids of further credentials, by the name of their variable. */
    public Map<String, String> getCredentials() {
        return new LinkedHashMap<>(credentials);
    }

    @DataBoundSetter
    public void setCredentials(Map<String, String> credentials) {
        this.credentials = Texts.of(credentials);
    }

    @Override
    void check() {
        settings();
        variables.keySet().forEach(name -> Variables.checked("variables", name));
        credentials.keySet().forEach(name -> Variables.checked("credentials", name));
    }

    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        EnvironmentSettings settings = settings();
        Map<String, String> values = joined("variables", settings.variables(), variables);
        Map<String, String> ids = joined("credentials", settings.bindings(), credentials);
        for (String name : ids.keySet()) {
            if (values.containsKey(name)) {
                throw new ArgumentException("credentials", "'" + name + "' is a variable of the environment as well");
            }
        }
        ArrayList<String> plain = new ArrayList<>();
        values.forEach((name, value) -> plain.add(name + "=" + value));
        plain.add("DELIVERY_ENVIRONMENT=" + settings.getName());
        plain.add("DELIVERY_CLUSTER=" + Util.fixNull(settings.getCluster()));
        plain.add("DELIVERY_NAMESPACE=" + settings.getNamespace());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("variables", plain);
        answer.put("credentials", bound(ids, context.get(Run.class)));
        return answer;
    }

    /** What the administrator says stands: a Jenkinsfile adds to it. */
    private static Map<String, String> joined(String argument, Map<String, String> ruled, Map<String, String> said) {
        Map<String, String> joined = new TreeMap<>(ruled);
        said.forEach((name, value) -> {
            if (ruled.containsKey(name)) {
                throw new ArgumentException(
                        argument,
                        "'" + name + "' comes from the settings of the environment and cannot be changed here");
            }
            joined.put(name, value);
        });
        return joined;
    }

    private static ArrayList<Map<String, Object>> bound(Map<String, String> ids, Run<?, ?> run) throws AbortException {
        ArrayList<Map<String, Object>> bound = new ArrayList<>();
        for (Map.Entry<String, String> one : ids.entrySet()) {
            StandardCredentials found = BuildCredentials.find(one.getValue(), StandardCredentials.class, run, null);
            Map<String, Object> binding = new LinkedHashMap<>();
            binding.put("variable", one.getKey());
            binding.put("id", one.getValue());
            binding.put("kind", kind(found));
            bound.add(binding);
        }
        return bound;
    }

    private static String kind(StandardCredentials found) throws AbortException {
        if (found instanceof StringCredentials) {
            return "string";
        }
        if (found instanceof StandardUsernamePasswordCredentials) {
            return "usernamePassword";
        }
        if (found instanceof FileCredentials) {
            return "file";
        }
        throw new AbortException("The credential '" + found.getId()
                + "' is neither a secret text, nor a user name with password, nor a secret file.");
    }

    private EnvironmentSettings settings() {
        return DeliveryConfiguration.get().environment(environment);
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryEnvironment";
        }

        @Override
        public String getDisplayName() {
            return Messages.EnvironmentStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }

        @POST
        public ListBoxModel doFillEnvironmentItems(@AncestorInPath Item item) {
            ListBoxModel model = new ListBoxModel();
            if (StepForms.mayConfigure(item)) {
                List<EnvironmentSettings> all = DeliveryConfiguration.get().getEnvironments();
                all.forEach(one -> model.add(one.getName()));
            }
            return model;
        }
    }
}
