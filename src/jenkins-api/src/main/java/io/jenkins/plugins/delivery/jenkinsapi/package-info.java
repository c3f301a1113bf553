/**
 * A small controller for one machine, behind the Jenkins types that the plugin compiles against. A rehearsal and tests use
 * this package; the plugin never does.
 *
 * <pre>{@code
 * try (LocalJenkins controller = LocalJenkins.start(home)) {       // settings, users, extensions and jobs are loaded
 *     Jenkins jenkins = controller.jenkins();                      // also Jenkins.get() from now on
 *     jenkins.setSecurityRealm(new LocalSecurityRealm(Map.of("alice", List.of("ops"))));
 *     jenkins.setAuthorizationStrategy(new LocalPermissions()
 *             .grant("authenticated", Jenkins.READ, Item.READ)     // a user or a group
 *             .grant("ops", Item.BUILD));
 *     SystemCredentialsProvider.getInstance().getCredentials().add(…); // save() keeps them
 *     try (ACLContext ignored = ACL.as(User.getById("alice", true))) { … }
 * }                                                                // close() forgets everything, as a kill does
 * }</pre>
 *
 * <ul>
 *   <li>{@link io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins} starts and kills a controller; starting again on the same
 *       home is a restart.
 *   <li>{@link io.jenkins.plugins.delivery.jenkinsapi.LocalJob} is a job whose builds are read back after a restart.
 *   <li>{@link io.jenkins.plugins.delivery.jenkinsapi.BackgroundThreads} runs what steps do elsewhere; replace its executor to
 *       know when real work is going on.
 *   <li>{@link io.jenkins.plugins.delivery.jenkinsapi.AntPatterns}, {@link
 *       io.jenkins.plugins.delivery.jenkinsapi.Archives} and {@link io.jenkins.plugins.delivery.jenkinsapi.LocalArtifacts}
 *       serve stash and archive steps.
 * </ul>
 */
package io.jenkins.plugins.delivery.jenkinsapi;
