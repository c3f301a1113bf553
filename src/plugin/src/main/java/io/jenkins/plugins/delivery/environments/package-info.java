/**
 * What was deployed to which environment: the deployment log on disk, and how builds get into it.
 *
 * <p>May be used from outside: {@link io.jenkins.plugins.delivery.environments.DeploymentHistory}.
 */
package io.jenkins.plugins.delivery.environments;
