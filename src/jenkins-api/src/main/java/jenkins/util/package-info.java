/** Time, system properties and files that are only read. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package jenkins.util;
