/**
 * The formats that reports of scanners may have: the engine's, and those that other plugins bring as a
 * {@link io.jenkins.plugins.delivery.formats.FormatProvider}, such as the Analysis Model. Steps and settings name them by id.
 */
package io.jenkins.plugins.delivery.formats;
