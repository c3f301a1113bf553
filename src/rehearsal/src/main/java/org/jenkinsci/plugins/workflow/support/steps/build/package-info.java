/** What pipelines know of builds: the type of {@code currentBuild}. */
package org.jenkinsci.plugins.workflow.support.steps.build;
