/** Steps, what they see, and how they run. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.jenkinsci.plugins.workflow.steps;
