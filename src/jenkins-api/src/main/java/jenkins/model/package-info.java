/** The controller, its settings, and newer extension points of builds. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package jenkins.model;
