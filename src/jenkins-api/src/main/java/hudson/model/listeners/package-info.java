/** Hear what happens to items, runs and saved objects. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package hudson.model.listeners;
