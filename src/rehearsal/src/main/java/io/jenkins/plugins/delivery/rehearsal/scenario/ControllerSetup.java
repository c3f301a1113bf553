package io.jenkins.plugins.delivery.rehearsal.scenario;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor.FormException;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalSecurityRealm;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.Person;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** Gives a controller its users and credentials; done again after each restart. */
final class ControllerSetup {
    private final RehearsalSettings settings;

    ControllerSetup(RehearsalSettings settings) {
        this.settings = settings;
    }

    void apply(Jenkins jenkins) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            if (!settings.users().isEmpty()) {
                users(jenkins);
            }
            credentials();
        }
    }

    /** Everybody may look and decide where they are asked to; who may decide is the business of each environment. */
    private void users(Jenkins jenkins) {
        jenkins.setSecurityRealm(new LocalSecurityRealm(settings.groups()));
        jenkins.setAuthorizationStrategy(new LocalPermissions()
                .grant(
                        "authenticated",
                        Jenkins.READ,
                        Item.READ,
                        Item.BUILD,
                        DeliveryPermissions.VIEW,
                        DeliveryPermissions.APPROVE));
        for (Person person : settings.users()) {
            User user = User.getById(person.name(), true);
            if (user != null) {
                user.setFullName(person.fullName());
            }
        }
    }

    private void credentials() {
        List<Credentials> store = SystemCredentialsProvider.getInstance().getCredentials();
        store.clear();
        settings.credentials().forEach(secret -> store.add(credential(secret)));
    }

    private static Credentials credential(Secret secret) {
        CredentialsScope scope = "SYSTEM".equals(secret.scope()) ? CredentialsScope.SYSTEM : CredentialsScope.GLOBAL;
        hudson.util.Secret value = hudson.util.Secret.fromString(secret.value());
        try {
            return switch (secret.kind()) {
                case "usernamePassword" ->
                    new UsernamePasswordCredentialsImpl(scope, secret.id(), "", secret.username(), secret.value());
                case "secretFile" ->
                    new FileCredentialsImpl(
                            scope,
                            secret.id(),
                            "",
                            secret.id(),
                            SecretBytes.fromRawBytes(secret.value().getBytes(StandardCharsets.UTF_8)));
                default -> new StringCredentialsImpl(scope, secret.id(), "", value);
            };
        } catch (FormException e) {
            throw new IllegalArgumentException("The credential " + secret.id() + ": " + e.getMessage(), e);
        }
    }
}
