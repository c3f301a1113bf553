/** What is written to the log of a build. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package hudson.console;
