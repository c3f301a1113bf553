/** Who may do what. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package hudson.security;
