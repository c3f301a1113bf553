// An agent that connects from a process of its own; builds run there, and no longer on the controller.
import hudson.model.Node
import hudson.slaves.DumbSlave
import hudson.slaves.JNLPLauncher
import hudson.slaves.RetentionStrategy
import jenkins.model.Jenkins

def agent = new DumbSlave('@NAME@', '@FOLDER@', new JNLPLauncher(true))
agent.numExecutors = 2
agent.mode = Node.Mode.NORMAL
agent.retentionStrategy = RetentionStrategy.INSTANCE
Jenkins.get().addNode(agent)
Jenkins.get().numExecutors = 0
print Jenkins.get().getComputer('@NAME@').jnlpMac
null
