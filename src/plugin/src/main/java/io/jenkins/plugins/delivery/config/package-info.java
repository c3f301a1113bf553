/**
 * What an administrator says once for all pipelines: clusters, environments, metric providers, hosts that smoke tests
 * may reach from the controller; and the permissions of this plugin.
 *
 * <p>May be used from outside: all public types. They import and export with Configuration as Code under
 * {@code delivery: progressiveDelivery:}.
 */
package io.jenkins.plugins.delivery.config;
