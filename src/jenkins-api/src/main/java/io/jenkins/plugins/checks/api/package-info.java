/** Check runs of a forge. Only what the plugin uses, with the signatures of Jenkins; without a publisher nothing happens. */
package io.jenkins.plugins.checks.api;
