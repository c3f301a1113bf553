/** Keys that do not leave a home, and work that only the controller may send. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package jenkins.security;
