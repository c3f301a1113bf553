/** Steps that work on a node: its workspace, its files, its shell. */
package io.jenkins.plugins.delivery.rehearsal.steps.workspace;
