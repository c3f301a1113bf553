// One global library from the branch main of a Git repository on this machine.
import hudson.plugins.git.GitSCM
import jenkins.plugins.git.GitSCMSource
import org.jenkinsci.plugins.workflow.libs.GlobalLibraries
import org.jenkinsci.plugins.workflow.libs.GlobalUntrustedLibraries
import org.jenkinsci.plugins.workflow.libs.LibraryConfiguration
import org.jenkinsci.plugins.workflow.libs.SCMSourceRetriever

GitSCM.ALLOW_LOCAL_CHECKOUT = true
def source = new GitSCMSource('@FOLDER@')
source.traits = [new jenkins.plugins.git.traits.BranchDiscoveryTrait()]
def library = new LibraryConfiguration('@NAME@', new SCMSourceRetriever(source))
library.defaultVersion = 'main'
library.implicit = @IMPLICIT@
GlobalLibraries.get().libraries = @TRUSTED@ ? [library] : []
GlobalUntrustedLibraries.get().libraries = @TRUSTED@ ? [] : [library]
print 'there'
null
