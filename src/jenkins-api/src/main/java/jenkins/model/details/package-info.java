/** Facts in the header of a page. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package jenkins.model.details;
