/** Files, processes, extensions and the small things that everything in Jenkins uses. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package hudson;
