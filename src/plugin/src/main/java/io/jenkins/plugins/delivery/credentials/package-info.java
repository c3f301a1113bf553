/**
 * Looks credentials up for a build, and opens clients with them. Nothing else in this plugin does.
 *
 * <p>A secret leaves this package only into the client that needs it.
 */
package io.jenkins.plugins.delivery.credentials;
