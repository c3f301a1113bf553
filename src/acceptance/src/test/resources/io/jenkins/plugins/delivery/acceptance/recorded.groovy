// People, credentials and executors as they were where the pipelines were recorded.
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SecretBytes
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl
import hudson.model.Item
import hudson.model.View
import hudson.plugins.git.GitSCM
import hudson.security.ACL
import hudson.security.AuthorizationStrategy
import hudson.security.FullControlOnceLoggedInAuthorizationStrategy
import hudson.security.HudsonPrivateSecurityRealm
import hudson.security.Permission
import hudson.util.Secret
import jenkins.model.Jenkins
import jenkins.model.JenkinsLocationConfiguration
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
import org.springframework.security.core.Authentication

/** Two who may start and stop builds, besides what others may. */
class Colleagues extends AuthorizationStrategy {
  private static final Set<Permission> MAY = [Jenkins.READ, View.READ, Item.DISCOVER, Item.READ, Item.BUILD, Item.CANCEL] as Set
  final AuthorizationStrategy before

  Colleagues(AuthorizationStrategy before) { this.before = before }

  @Override ACL getRootACL() {
    ACL others = before.rootACL
    new ACL() {
      @Override boolean hasPermission2(Authentication who, Permission permission) {
        who.name in ['dev', 'approver'] && MAY.contains(permission) || others.hasPermission2(who, permission)
      }
    }
  }

  @Override Collection<String> getGroups() { [] }

  /** What is saved is what was there before. */
  private Object writeReplace() { before }
}

def jenkins = Jenkins.get()
if (hudson.model.User.getById('dev', false)?.getProperty(HudsonPrivateSecurityRealm.Details) == null) {
  jenkins.securityRealm.createAccount('dev', 'dev')
}
if (jenkins.authorizationStrategy.class.simpleName != 'Colleagues') {
  Jenkins.XSTREAM2.alias(FullControlOnceLoggedInAuthorizationStrategy.name, Colleagues)
  jenkins.authorizationStrategy = new Colleagues(jenkins.authorizationStrategy)
}
jenkins.numExecutors = 10
JenkinsLocationConfiguration.get().url = '@URL@'
GitSCM.ALLOW_LOCAL_CHECKOUT = true
def store = SystemCredentialsProvider.instance
store.credentials.removeAll { it.id in ['str-cred', 'up-cred', 'file-cred'] }
store.credentials.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, 'str-cred', '', Secret.fromString('s3cr3t-value-123')))
def account = new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, 'up-cred', '', 'svc-user', 'pa55-w0rd-xyz')
account.usernameSecret = true
store.credentials.add(account)
store.credentials.add(new FileCredentialsImpl(CredentialsScope.GLOBAL, 'file-cred', '', 'settings.txt',
  SecretBytes.fromBytes('region=eu-1'.bytes)))
print 'prepared'
null
