/**
 * Sends news to the targets of the settings.
 *
 * <p>May be used from outside: {@link io.jenkins.plugins.delivery.notify.NotificationTargets}.
 */
package io.jenkins.plugins.delivery.notify;
