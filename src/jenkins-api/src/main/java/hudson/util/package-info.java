/** Forms, secrets, lists that save themselves, and XML. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package hudson.util;
