/** What is said of a node of a flow. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.jenkinsci.plugins.workflow.actions;
