/**
 * Writes the findings of a build for others: SARIF 2.1.0, JSON and CSV, each finding as it is read. All public types may
 * be used from outside.
 */
package io.jenkins.plugins.delivery.engine.scan.export;
