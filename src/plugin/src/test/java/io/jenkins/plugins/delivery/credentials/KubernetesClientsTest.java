package io.jenkins.plugins.delivery.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.AbortException;
import hudson.model.Run;
import hudson.util.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesClientsTest {
    private static final String SERVER = "https://kubernetes.example.com:6443/";
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "https://from-kubeconfig.example.com:6443"}}]
            users: [{name: u, user: {token: "hunter2"}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """;

    @TempDir
    private Path home;

    private LocalJenkins jenkins;
    private Run<?, ?> run;

    @BeforeEach
    void start() throws Exception {
        jenkins = LocalJenkins.start(home);
        Job job = new Job("shop");
        Jenkins.get().putItem(job);
        run = job.newBuild();
        add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("hunter2")));
        add(new StringCredentialsImpl(CredentialsScope.SYSTEM, "system", "", Secret.fromString("hunter2")));
        add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "password", "", "root", "hunter2"));
        add(new FileCredentialsImpl(
                CredentialsScope.GLOBAL,
                "kubeconfig",
                "",
                "config",
                SecretBytes.fromRawBytes(KUBECONFIG.getBytes(StandardCharsets.UTF_8))));
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void a_token_goes_to_the_server_of_the_settings() throws Exception {
        Config config = KubernetesClients.config(cluster("token"), run);

        assertThat(config.getMasterUrl()).isEqualTo(SERVER);
        assertThat(config.getOauthToken()).isEqualTo("hunter2");
        assertThat(config.getRequestTimeout()).isPositive();
        assertThat(config.getConnectionTimeout()).isPositive();
    }

    @Test
    void a_kubeconfig_says_server_and_user() throws Exception {
        ClusterSettings cluster = cluster("kubeconfig");
        cluster.setServer(null);

        Config config = KubernetesClients.config(cluster, run);

        assertThat(config.getMasterUrl()).isEqualTo("https://from-kubeconfig.example.com:6443/");
        assertThat(config.getOauthToken()).isEqualTo("hunter2");
    }

    @Test
    void item_06_credentials_that_the_build_may_not_use_are_not_found() {
        assertThatThrownBy(() -> KubernetesClients.config(cluster("system"), run))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("There is no credential 'system'");
        assertThatThrownBy(() -> KubernetesClients.config(cluster("unknown"), run))
                .hasMessageContaining("There is no credential 'unknown'");
        assertThatThrownBy(() -> KubernetesClients.config(cluster("password"), run))
                .hasMessageContaining("neither a secret text (token) nor a secret file (kubeconfig)");
    }

    @Test
    void item_08_no_error_says_a_secret() {
        ClusterSettings cluster = cluster("token");
        cluster.setServer(null);

        assertThatThrownBy(() -> KubernetesClients.config(cluster, run))
                .hasMessageContaining("neither an API server nor a kubeconfig")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void item_17_certificates_are_checked_unless_this_cluster_says_otherwise() throws Exception {
        assertThat(KubernetesClients.config(cluster("token"), run).isTrustCerts())
                .isFalse();
        ClusterSettings lax = cluster("token");
        lax.setSkipTlsVerify(true);

        assertThat(KubernetesClients.config(lax, run).isTrustCerts()).isTrue();
        assertThat(KubernetesClients.config(cluster("token"), run).isTrustCerts())
                .isFalse();
    }

    @Test
    void a_kubeconfig_cannot_switch_the_check_of_certificates_off() throws Exception {
        add(new FileCredentialsImpl(
                CredentialsScope.GLOBAL,
                "lax",
                "",
                "config",
                SecretBytes.fromRawBytes(KUBECONFIG
                        .replace("6443\"}", "6443\", insecure-skip-tls-verify: true}")
                        .getBytes(StandardCharsets.UTF_8))));

        assertThat(KubernetesClients.config(cluster("lax"), run).isTrustCerts()).isFalse();
    }

    @Test
    void a_kubeconfig_reaches_neither_programs_nor_files_nor_proxies_of_the_controller() {
        for (String user : List.of(
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: [/tmp/owned]}",
                "auth-provider: {name: gcp}",
                "tokenFile: /etc/passwd",
                "client-certificate: /etc/passwd",
                "client-key: /etc/passwd")) {
            assertRefused(KUBECONFIG.replace("token: \"hunter2\"", user), user.substring(0, user.indexOf(':')));
        }
        for (String server : List.of("certificate-authority: /etc/passwd", "proxy-url: \"http://evil.example.com\"")) {
            assertRefused(
                    KUBECONFIG.replace("6443\"}", "6443\", " + server + "}"), server.substring(0, server.indexOf(':')));
        }
    }

    @Test
    void a_damaged_kubeconfig_is_refused_without_saying_what_is_in_it() {
        for (String text :
                List.of("", "hunter2: [", "current-context: nowhere", KUBECONFIG.replace("name: u", "name: v"))) {
            assertThatThrownBy(() -> Kubeconfig.parse("broken", text).toConfig())
                    .isInstanceOf(AbortException.class)
                    .hasMessageContaining("'broken'")
                    .message()
                    .doesNotContain("hunter2");
        }
    }

    private static void assertRefused(String text, String what) {
        assertThatThrownBy(() -> Kubeconfig.parse("mine", text).toConfig())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("'mine' has '" + what + "'");
    }

    @Test
    void nothing_is_taken_from_the_controllers_own_environment() throws Exception {
        ClusterSettings cluster = new ClusterSettings("main");

        assertThatThrownBy(() -> KubernetesClients.config(cluster, run)).hasMessageContaining("neither an API server");
        cluster.setServer(SERVER);
        assertThat(KubernetesClients.config(cluster, run).getOauthToken()).isNull();
    }

    @Test
    void a_cluster_may_be_limited_to_folders() {
        ClusterSettings cluster = cluster("token");
        cluster.setAllowedFolders(List.of("platform"));

        assertThatThrownBy(() -> KubernetesClients.config(cluster, run))
                .hasMessageContaining("may not be used by shop");
    }

    @Test
    void a_cluster_may_be_limited_to_namespaces() throws Exception {
        ClusterSettings cluster = cluster("token");
        cluster.setAllowedNamespaces(List.of("staging"));
        DeliveryConfiguration.get().setClusters(List.of(cluster));
        EnvironmentSettings production = new EnvironmentSettings("production");
        EnvironmentSettings staging = new EnvironmentSettings("staging");

        assertThatThrownBy(() -> KubernetesClients.open(production, run)).hasMessageContaining("has no cluster");
        production.setCluster("main");
        staging.setCluster("main");
        assertThatThrownBy(() -> KubernetesClients.open(production, run))
                .hasMessageContaining("is namespace 'production', which the cluster 'main' does not allow");
        try (KubernetesClient client = KubernetesClients.open(staging, run)) {
            assertThat(client.getMasterUrl()).hasToString(SERVER);
        }
    }

    private static ClusterSettings cluster(String credentialsId) {
        ClusterSettings cluster = new ClusterSettings("main");
        cluster.setServer(SERVER);
        cluster.setCredentialsId(credentialsId);
        return cluster;
    }

    private static void add(Credentials credentials) {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials);
    }

    private static final class Job extends LocalJob<Job, Build> {
        private Job(String name) {
            super(Jenkins.get(), name);
        }

        @Override
        protected Build create() throws IOException {
            return new Build(this);
        }

        @Override
        protected Build load(File directory) throws IOException {
            throw new IOException("nothing is loaded here");
        }
    }

    private static final class Build extends Run<Job, Build> {
        private Build(Job job) throws IOException {
            super(job);
        }
    }
}
