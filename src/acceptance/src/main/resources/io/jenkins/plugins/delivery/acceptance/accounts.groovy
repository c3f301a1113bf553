import hudson.model.AbstractItem
import hudson.model.Item
import hudson.model.Job
import hudson.model.Run
import hudson.model.View
import hudson.security.ACL
import hudson.security.AuthorizationStrategy
import hudson.security.FullControlOnceLoggedInAuthorizationStrategy
import hudson.security.HudsonPrivateSecurityRealm
import hudson.security.Permission
import hudson.security.csrf.DefaultCrumbIssuer
import jenkins.model.Jenkins
import org.springframework.security.core.Authentication

/** What each account may; the name of an account is also its password. */
class Roles extends AuthorizationStrategy {
  private static final Set<Permission> SEES = [Jenkins.READ, Item.READ, View.READ] as Set
  private static final Set<Permission> DEVELOPS = [Item.BUILD, Item.CANCEL, Item.WORKSPACE, Run.UPDATE] as Set

  static boolean may(String name, Permission permission) {
    switch (name) {
      case 'admin': return true
      case 'developer': return SEES.contains(permission) || DEVELOPS.contains(permission) || delivery(permission, 'View', 'Operate')
      case 'approver': return SEES.contains(permission) || delivery(permission, 'View', 'Approve')
      case 'second': return SEES.contains(permission) || delivery(permission, 'View', 'Approve', 'Override')
      case 'reader': return SEES.contains(permission) || delivery(permission, 'View')
      default: return false
    }
  }

  /** Whoever has a permission has what it implies. */
  static boolean mayByAny(String name, Permission permission, String item) {
    for (Permission one = permission; one != null; one = one.impliedBy) {
      if (may(name, one) || name == 'keeper' && keeps(one, item)) return true
    }
    return false
  }

  /** All that the folder 'shop' grants, and nowhere else more than to come in. */
  private static boolean keeps(Permission permission, String item) {
    permission == Jenkins.READ || (item == 'shop' || item.startsWith('shop/')) && (SEES.contains(permission) || DEVELOPS.contains(permission)
      || delivery(permission, 'View', 'Approve', 'Operate'))
  }

  private static boolean delivery(Permission permission, String... names) {
    permission.group.owner.simpleName == 'DeliveryPermissions' && permission.name in names
  }

  @Override ACL getRootACL() { acl('') }

  @Override ACL getACL(AbstractItem item) { acl(item.fullName) }

  @Override ACL getACL(Job<?, ?> job) { acl(job.fullName) }

  private static ACL acl(String item) {
    new ACL() {
      @Override boolean hasPermission2(Authentication who, Permission permission) {
        who == ACL.SYSTEM2 || Roles.mayByAny(who.name, permission, item)
      }
    }
  }

  @Override Collection<String> getGroups() { [] }

  /** What is saved is a class of Jenkins: this one is known only once this script has run. */
  private Object writeReplace() { new FullControlOnceLoggedInAuthorizationStrategy() }
}

def jenkins = Jenkins.get()
def realm = new HudsonPrivateSecurityRealm(false)
['admin', 'developer', 'approver', 'second', 'reader', 'keeper'].each {
  if (hudson.model.User.getById(it, false)?.getProperty(HudsonPrivateSecurityRealm.Details) == null) realm.createAccount(it, it)
}
jenkins.securityRealm = realm
Jenkins.XSTREAM2.alias(FullControlOnceLoggedInAuthorizationStrategy.name, Roles)
jenkins.authorizationStrategy = new Roles()
jenkins.crumbIssuer = new DefaultCrumbIssuer(false)
jenkins.numExecutors = 3
jenkins.save()
