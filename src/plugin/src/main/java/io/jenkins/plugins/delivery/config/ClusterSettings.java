package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/**
 * A Kubernetes cluster that environments live in. Its credential is a token (secret text) or a kubeconfig (secret file).
 */
public class ClusterSettings extends NamedSettings<ClusterSettings> {
    private String server;
    private ArrayList<String> allowedNamespaces = new ArrayList<>();
    private ArrayList<String> allowedClusterKinds;
    private ArrayList<String> allowedFolders = new ArrayList<>();
    private String caCertificate;
    private boolean skipTlsVerify;
    private ReachableAt reachableAt = ReachableAt.SERVICE;
    private String guardianImage;
    private String guardianServiceAccount;

    @DataBoundConstructor
    public ClusterSettings(String name) {
        super(name);
    }

    /** URL of the API server; null where a kubeconfig credential says it. */
    @CheckForNull
    public String getServer() {
        return server;
    }

    @DataBoundSetter
    public void setServer(String server) {
        this.server = Util.fixEmptyAndTrim(server);
    }

    /** Namespaces that pipelines may deploy to, with {@code *} for any characters; empty means all. */
    public List<String> getAllowedNamespaces() {
        return List.copyOf(allowedNamespaces);
    }

    @DataBoundSetter
    public void setAllowedNamespaces(List<String> allowedNamespaces) {
        this.allowedNamespaces = Words.of(allowedNamespaces);
    }

    public String getAllowedNamespacesText() {
        return Words.text(allowedNamespaces);
    }

    /** Kinds of objects of the whole cluster that a release may hold, such as {@code PriorityClass}; empty means none. */
    public List<String> getAllowedClusterKinds() {
        return allowedClusterKinds == null ? List.of() : List.copyOf(allowedClusterKinds);
    }

    @DataBoundSetter
    public void setAllowedClusterKinds(List<String> allowedClusterKinds) {
        ArrayList<String> kinds = Words.of(allowedClusterKinds);
        this.allowedClusterKinds = kinds.isEmpty() ? null : kinds;
    }

    public String getAllowedClusterKindsText() {
        return Words.text(getAllowedClusterKinds());
    }

    /** Full names of folders and jobs whose builds may use the cluster; empty means all. */
    public List<String> getAllowedFolders() {
        return List.copyOf(allowedFolders);
    }

    @DataBoundSetter
    public void setAllowedFolders(List<String> allowedFolders) {
        this.allowedFolders = Words.names(allowedFolders);
    }

    public String getAllowedFoldersText() {
        return Words.text(allowedFolders);
    }

    /** PEM certificates that sign the API server's; null means those that Java trusts. */
    @CheckForNull
    public String getCaCertificate() {
        return caCertificate;
    }

    @DataBoundSetter
    public void setCaCertificate(String caCertificate) {
        this.caCertificate = Util.fixEmptyAndTrim(caCertificate);
    }

    /** Whether anybody may pose as this cluster. */
    public boolean isSkipTlsVerify() {
        return skipTlsVerify;
    }

    @DataBoundSetter
    public void setSkipTlsVerify(boolean skipTlsVerify) {
        this.skipTlsVerify = skipTlsVerify;
    }

    public ReachableAt getReachableAt() {
        return reachableAt;
    }

    @DataBoundSetter
    public void setReachableAt(ReachableAt reachableAt) {
        this.reachableAt = reachableAt == null ? ReachableAt.SERVICE : reachableAt;
    }

    /** Image of the guardian that rollouts may start in this cluster; null for none. */
    @CheckForNull
    public String getGuardianImage() {
        return guardianImage;
    }

    @DataBoundSetter
    public void setGuardianImage(String guardianImage) {
        this.guardianImage = Util.fixEmptyAndTrim(guardianImage);
    }

    /** ServiceAccount of the guardian, in each namespace; null for the one that the manifests create. */
    @CheckForNull
    public String getGuardianServiceAccount() {
        return guardianServiceAccount;
    }

    @DataBoundSetter
    public void setGuardianServiceAccount(String guardianServiceAccount) {
        this.guardianServiceAccount = Util.fixEmptyAndTrim(guardianServiceAccount);
    }

    public boolean allowsNamespace(String namespace) {
        return allowedNamespaces.isEmpty()
                || allowedNamespaces.stream().anyMatch(pattern -> Words.matches(pattern, namespace));
    }

    /**
     * @param fullName full name of a job
     */
    public boolean allowsJob(String fullName) {
        return allowedFolders.isEmpty()
                || allowedFolders.stream()
                        .anyMatch(folder -> fullName.equals(folder) || fullName.startsWith(folder + "/"));
    }

    @Extension
    @Symbol("cluster")
    public static class DescriptorImpl extends NamedDescriptor<ClusterSettings> {
        @Override
        public String getDisplayName() {
            return Messages.ClusterSettings_title();
        }

        @POST
        public FormValidation doCheckServer(@QueryParameter String value) {
            return Checks.administrator() ? Checks.optionalUrl(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckAllowedNamespaces(@QueryParameter String value) {
            return Checks.administrator() ? Checks.namespaces(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckAllowedFolders(@QueryParameter String value) {
            return Checks.administrator() ? References.checkItems(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckGuardianServiceAccount(@QueryParameter String value) {
            return Checks.administrator() ? Checks.kubernetesName(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String server) {
            return CredentialChoices.check(value, server, CredentialChoices.CLUSTER);
        }

        @POST
        public FormValidation doCheckCaCertificate(@QueryParameter String value) {
            return Checks.administrator() ? Checks.certificates(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckSkipTlsVerify(@QueryParameter boolean value) {
            return Checks.administrator() && value
                    ? FormValidation.warning("Anybody on the way to this cluster can read and change what is deployed.")
                    : FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @QueryParameter String credentialsId, @QueryParameter String server) {
            return CredentialChoices.forAdministrator(credentialsId, server, CredentialChoices.CLUSTER);
        }

        /** The test button. */
        @RequirePOST
        public FormValidation doTest(
                @QueryParameter String name,
                @QueryParameter String server,
                @QueryParameter String credentialsId,
                @QueryParameter String allowedNamespaces,
                @QueryParameter String caCertificate,
                @QueryParameter boolean skipTlsVerify) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            ClusterSettings cluster = new ClusterSettings(name);
            cluster.setServer(server);
            cluster.setCredentialsId(credentialsId);
            cluster.setAllowedNamespaces(List.of(Util.fixNull(allowedNamespaces)));
            cluster.setCaCertificate(caCertificate);
            cluster.setSkipTlsVerify(skipTlsVerify);
            return ConnectionTests.get().cluster(cluster);
        }

        @POST
        public ListBoxModel doFillReachableAtItems() {
            return Checks.administrator() ? Checks.constants(ReachableAt.class) : new ListBoxModel();
        }
    }
}
