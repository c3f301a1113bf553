/** Steps that steer the program: stages, branches, time, failures. */
package io.jenkins.plugins.delivery.rehearsal.steps.flow;
