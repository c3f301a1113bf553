/**
 * Reads VEX documents: OpenVEX 0.2, the vulnerabilities of CycloneDX 1.4 and newer, and CSAF 2.0.
 *
 * <p>{@link io.jenkins.plugins.delivery.engine.scan.vex.VexFiles} is the entry for users outside.
 */
package io.jenkins.plugins.delivery.engine.scan.vex;
