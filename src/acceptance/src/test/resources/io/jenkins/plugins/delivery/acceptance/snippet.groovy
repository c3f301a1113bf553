// Reads a line of the Snippet Generator as a Jenkinsfile is read, and writes it again.
import org.jenkinsci.plugins.structs.describable.DescribableModel
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable
import org.jenkinsci.plugins.workflow.cps.Snippetizer
import org.jenkinsci.plugins.workflow.steps.StepDescriptor

/** Whatever is called is a step, or a part of one that has a symbol. The last call is that of the step, around all others. */
class Line extends Binding {
  final List calls = []

  @Override
  Object getVariable(String name) {
    return { Object... given ->
      calls << [name, given.findAll { !(it instanceof Closure) }]
      given.length > 0 && given[0] instanceof Map ? new UninstantiatedDescribable(name, null, given[0]) : null
    }
  }
}

def line = new Line()
new GroovyShell(line).evaluate(new String('@SNIPPET@'.decodeBase64(), 'UTF-8'))
def (name, given) = line.calls.last()
def type = StepDescriptor.byFunctionName(name)
def named = given.empty || given[0] instanceof Map ? given[0] ?: [:] : [(new DescribableModel(type.clazz).soleRequiredParameter.name): given[0]]
print Snippetizer.object2Groovy(type.newInstance(named))
null
