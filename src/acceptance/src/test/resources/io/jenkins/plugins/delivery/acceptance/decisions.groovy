// Prints each member of the types TYPES with a plus if a script in the sandbox may use it without anybody's approval.
import java.lang.reflect.Modifier
import org.jenkinsci.plugins.scriptsecurity.sandbox.Whitelist
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.ProxyWhitelist

def plugins = jenkins.model.Jenkins.get().pluginManager
// What matrix-project allows its filters is allowed to Pipelines, too, but only beside that plugin.
def decides = new ProxyWhitelist(hudson.ExtensionList.lookup(Whitelist)
  .findAll { plugins.whichPlugin(it.getClass())?.shortName != 'matrix-project' })
def loader = plugins.uberClassLoader
def nobody = new Object()
def text = new StringBuilder()
def say = { boolean may, String member -> text.append(may ? '+' : '-').append(member).append('\n') }
def named = { Class[] types -> types.collect { ' ' + it.typeName }.join('') }

for (String name : 'TYPES'.split(',')) {
  Class type
  try {
    type = Class.forName(name, false, loader)
    for (m in type.declaredMethods) {
      if (Modifier.isPublic(m.modifiers) && !m.synthetic) {
        boolean fixed = Modifier.isStatic(m.modifiers)
        def values = new Object[m.parameterCount]
        say(fixed ? decides.permitsStaticMethod(m, values) : decides.permitsMethod(m, nobody, values),
            (fixed ? 'staticMethod ' : 'method ') + name + ' ' + m.name + named(m.parameterTypes))
      }
    }
    for (c in type.declaredConstructors) {
      if (Modifier.isPublic(c.modifiers) && !c.synthetic) {
        say(decides.permitsConstructor(c, new Object[c.parameterCount]), 'new ' + name + named(c.parameterTypes))
      }
    }
    for (f in type.declaredFields) {
      if (Modifier.isPublic(f.modifiers) && !f.synthetic) {
        boolean fixed = Modifier.isStatic(f.modifiers)
        say(fixed ? decides.permitsStaticFieldGet(f) : decides.permitsFieldGet(f, nobody),
            (fixed ? 'staticField ' : 'field ') + name + ' ' + f.name)
      }
    }
  } catch (LinkageError | ClassNotFoundException absent) {
    continue
  }
}
print text
null
