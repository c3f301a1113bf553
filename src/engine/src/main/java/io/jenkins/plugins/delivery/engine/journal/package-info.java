/**
 * Files that only grow, a line at a time, and what their lines are made of: JSON, digests, CSV for export.
 *
 * <p>Everything public may be used from outside.
 */
package io.jenkins.plugins.delivery.engine.journal;
