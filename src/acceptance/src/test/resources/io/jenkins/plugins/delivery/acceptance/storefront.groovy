// What the administrator has for the storefront: staging, the secret of its database, where its images go.
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import hudson.plugins.git.GitSCM
import hudson.slaves.EnvironmentVariablesNodeProperty
import hudson.util.Secret
import io.jenkins.plugins.delivery.config.DeliveryConfiguration
import io.jenkins.plugins.delivery.config.EnvironmentSettings
import jenkins.model.Jenkins
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl

GitSCM.ALLOW_LOCAL_CHECKOUT = true
def settings = DeliveryConfiguration.get()
def staging = new EnvironmentSettings('staging')
staging.cluster = 'local'
staging.namespace = 'staging'
settings.environments = [staging] + settings.environments.findAll { it.name != 'staging' }
settings.save()
def store = SystemCredentialsProvider.instance
store.credentials.removeAll { it.id == 'storefront-database' }
store.credentials.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, 'storefront-database', '', Secret.fromString('@SECRET@')))
Jenkins.get().globalNodeProperties.replaceBy(
  [new EnvironmentVariablesNodeProperty(new EnvironmentVariablesNodeProperty.Entry('REGISTRY', '@REGISTRY@'))])
print 'there'
null
