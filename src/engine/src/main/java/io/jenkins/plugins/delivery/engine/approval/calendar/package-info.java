/**
 * When changes may take effect: opening hours that recur, and freezes.
 *
 * <p>Everything is a rule about the clock on the wall of a zone; the next opening is computed from calendar days, never by
 * trying moments one after the other. From outside, start with {@link
 * io.jenkins.plugins.delivery.engine.approval.calendar.DeploymentCalendar}.
 */
package io.jenkins.plugins.delivery.engine.approval.calendar;
