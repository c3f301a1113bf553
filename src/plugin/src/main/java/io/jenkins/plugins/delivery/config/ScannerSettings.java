package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.scan.run.ExitCodes;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerChecks;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerDefinition;
import io.jenkins.plugins.delivery.formats.FormatCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A scanner of the administrator. One that is called like a built-in one takes its place. */
public class ScannerSettings extends AbstractDescribableImpl<ScannerSettings> implements Named {
    private final String name;
    private ArrayList<String> command = new ArrayList<>();
    private ArrayList<String> versionCommand = new ArrayList<>();
    private String findingsExitCodes;
    private String format;
    private String install;
    private ArrayList<String> environment = new ArrayList<>();
    private ArrayList<ScannerCredential> credentials = new ArrayList<>();

    @DataBoundConstructor
    public ScannerSettings(String name) {
        this.name = Util.fixNull(name).strip();
    }

    @Override
    public String getName() {
        return name;
    }

    /** Program and arguments. */
    public List<String> getCommand() {
        return List.copyOf(command);
    }

    @DataBoundSetter
    public void setCommand(List<String> command) {
        this.command = Words.lines(Util.fixNull(command));
    }

    public String getCommandText() {
        return String.join("\n", command);
    }

    /** Program and arguments that print a version; without any, the program with {@code --version}. */
    public List<String> getVersionCommand() {
        return List.copyOf(versionCommand);
    }

    @DataBoundSetter
    public void setVersionCommand(List<String> versionCommand) {
        this.versionCommand = Words.lines(Util.fixNull(versionCommand));
    }

    public String getVersionCommandText() {
        return String.join("\n", versionCommand);
    }

    /** Exit codes beside 0 that are no error, separated by commas. */
    @CheckForNull
    public String getFindingsExitCodes() {
        return findingsExitCodes;
    }

    @DataBoundSetter
    public void setFindingsExitCodes(String findingsExitCodes) {
        this.findingsExitCodes = Util.fixEmptyAndTrim(findingsExitCodes);
    }

    /** Id of the format of its report, {@code inventory}, or null if the content says it. */
    @CheckForNull
    public String getFormat() {
        return format;
    }

    @DataBoundSetter
    public void setFormat(String format) {
        this.format = Util.fixEmptyAndTrim(format);
    }

    /** How to install it, in one sentence. */
    @CheckForNull
    public String getInstall() {
        return install;
    }

    @DataBoundSetter
    public void setInstall(String install) {
        this.install = Util.fixEmptyAndTrim(install);
    }

    /** Variables beside those of the build, each as {@code NAME=value}. */
    public List<String> getEnvironment() {
        return List.copyOf(environment);
    }

    @DataBoundSetter
    public void setEnvironment(List<String> environment) {
        this.environment = Words.lines(Util.fixNull(environment));
    }

    public String getEnvironmentText() {
        return String.join("\n", environment);
    }

    public List<ScannerCredential> getCredentials() {
        return List.copyOf(credentials);
    }

    @DataBoundSetter
    public void setCredentials(List<ScannerCredential> credentials) {
        this.credentials = new ArrayList<>(Util.fixNull(credentials));
    }

    /** @throws ArgumentException naming what cannot be used, a format that nobody knows among it */
    void check() {
        ScannerDefinition definition = definition();
        if (format != null && !definition.isInventory()) {
            new FormatCatalog().check(format);
        }
    }

    /**
     * As the engine runs it.
     *
     * @throws ArgumentException naming what cannot be used
     */
    public ScannerDefinition definition() {
        List<String> version =
                versionCommand.isEmpty() && !command.isEmpty() ? List.of(command.get(0), "--version") : versionCommand;
        ScannerDefinition definition = new ScannerDefinition(
                name,
                command,
                new ExitCodes(Set.of(0), Set.copyOf(exitCodes()), Map.of()),
                Util.fixNull(format),
                version,
                install == null ? "Ask who looks after your agents to install it." : install,
                variables());
        ScannerChecks.check(definition);
        credentials.forEach(credential -> ScannerChecks.variable("credentials", credential.getVariable()));
        return definition;
    }

    private Set<Integer> exitCodes() {
        Set<Integer> codes = new TreeSet<>();
        for (String word : Words.of(List.of(Util.fixNull(findingsExitCodes)))) {
            if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > 255) {
                throw new ArgumentException("findingsExitCodes", "'" + word + "' is no exit code from 1 to 255");
            }
            codes.add(Integer.valueOf(word));
        }
        return codes;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : environment) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new ArgumentException("environment", "'" + line + "' is not of the form NAME=value");
            }
            variables.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return variables;
    }

    @Extension
    @Symbol("scanner")
    public static class DescriptorImpl extends Descriptor<ScannerSettings> {
        @Override
        public String getDisplayName() {
            return Messages.ScannerSettings_title();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Checks.administrator() ? Checks.name(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckCommand(@QueryParameter String value) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            ScannerSettings settings = new ScannerSettings("scanner");
            settings.setCommand(List.of(Util.fixNull(value)));
            return Checks.unlessRefused(settings::check);
        }

        @POST
        public FormValidation doCheckFindingsExitCodes(@QueryParameter String value) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            ScannerSettings settings = new ScannerSettings("scanner");
            settings.setFindingsExitCodes(value);
            return Checks.unlessRefused(settings::exitCodes);
        }

        @POST
        public FormValidation doCheckEnvironment(@QueryParameter String value) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            ScannerSettings settings = new ScannerSettings("scanner");
            settings.setEnvironment(List.of(Util.fixNull(value)));
            return Checks.unlessRefused(settings::variables);
        }

        @POST
        public ListBoxModel doFillFormatItems() {
            ListBoxModel model = new ListBoxModel();
            if (Checks.administrator()) {
                model.add(Messages.ScannerSettings_detected(), "");
                new FormatCatalog().titles().forEach((id, title) -> model.add(title, id));
                model.add(Messages.ScannerSettings_inventory(), ScannerDefinition.INVENTORY);
            }
            return model;
        }
    }
}
