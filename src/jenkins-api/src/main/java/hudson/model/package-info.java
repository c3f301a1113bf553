/** Jobs, runs, actions, users and descriptors. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package hudson.model;
