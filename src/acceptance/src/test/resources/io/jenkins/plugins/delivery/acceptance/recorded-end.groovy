// Takes back what recorded.groovy did.
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import jenkins.model.Jenkins
import org.jenkinsci.plugins.workflow.libs.GlobalLibraries
import org.jenkinsci.plugins.workflow.libs.GlobalUntrustedLibraries

def jenkins = Jenkins.get()
if (jenkins.authorizationStrategy.class.simpleName == 'Colleagues') {
  jenkins.authorizationStrategy = jenkins.authorizationStrategy.before
}
jenkins.numExecutors = 3
GlobalLibraries.get().libraries = []
GlobalUntrustedLibraries.get().libraries = []
SystemCredentialsProvider.instance.credentials.removeAll { it.id in ['str-cred', 'up-cred', 'file-cred'] }
jenkins.items.findAll { it.name.startsWith('jobq') }.each { it.delete() }
null
