/** What a person decided. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.jenkinsci.plugins.workflow.support.steps.input;
