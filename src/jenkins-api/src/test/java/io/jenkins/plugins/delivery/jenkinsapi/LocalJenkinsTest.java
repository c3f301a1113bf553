package io.jenkins.plugins.delivery.jenkinsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalJenkinsTest {
    @TempDir
    Path home;

    @Test
    void onlyOneControllerRunsAtATime() throws Exception {
        try (LocalJenkins first = LocalJenkins.start(home)) {
            assertThat(Jenkins.get()).isSameAs(first.jenkins());
            assertThatIllegalStateException()
                    .isThrownBy(() -> LocalJenkins.start(home))
                    .withMessageContaining("running already");
        }
        assertThat(Jenkins.getInstanceOrNull()).isNull();
        assertThatIllegalStateException().isThrownBy(Jenkins::get);
    }

    @Test
    void globalConfigurationSurvivesAKill() throws Exception {
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            JenkinsLocationConfiguration.get().setUrl("https://ci.example.com");
        }
        assertThat(home.resolve("jenkins.model.JenkinsLocationConfiguration.xml"))
                .exists();
        try (LocalJenkins restarted = LocalJenkins.start(home)) {
            assertThat(restarted.jenkins().getRootUrl()).isEqualTo("https://ci.example.com/");
        }
    }

    @Test
    void usersSurviveAKill() throws Exception {
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            User alice = User.getById("alice", true);
            alice.setFullName("Alice Liddell");
            alice.save();
            assertThat(User.getById("ALICE", false)).isSameAs(alice);
        }
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            assertThat(User.getById("bob", false)).isNull();
            assertThat(User.getAll()).extracting(User::getFullName).containsExactly("Alice Liddell");
        }
    }

    @Test
    void credentialsAreEncryptedOnDiskAndComeBack() throws Exception {
        try (LocalJenkins ignored = LocalJenkins.start(home);
                ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            List<com.cloudbees.plugins.credentials.Credentials> all =
                    SystemCredentialsProvider.getInstance().getCredentials();
            all.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("hunter2")));
            all.add(new UsernamePasswordCredentialsImpl(CredentialsScope.SYSTEM, "agent", "", "root", "s3cret"));
            SystemCredentialsProvider.getInstance().save();
        }
        assertThat(Files.readString(home.resolve("credentials.xml")))
                .contains("token")
                .doesNotContain("hunter2", "s3cret");
        try (LocalJenkins restarted = LocalJenkins.start(home)) {
            assertThat(CredentialsProvider.findCredentialByIdInItemGroup(
                                    "token", StringCredentials.class, restarted.jenkins(), ACL.SYSTEM2, List.of())
                            .getSecret()
                            .getPlainText())
                    .isEqualTo("hunter2");
            assertThat(CredentialsProvider.lookupCredentialsInItemGroup(
                            StandardUsernamePasswordCredentials.class, null, Jenkins.ANONYMOUS2, List.of()))
                    .isEmpty();
        }
    }

    @Test
    void extensionsAreFoundInTheirOrderAndMadeOnce() throws Exception {
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            ExtensionList<jenkins.model.GlobalConfiguration> all = jenkins.model.GlobalConfiguration.all();
            assertThat(all).contains(JenkinsLocationConfiguration.get());
            assertThat(ExtensionList.lookup(hudson.model.Descriptor.class))
                    .contains(JenkinsLocationConfiguration.get());
            assertThat(all.getComponents()).isSorted();
        }
    }
}
