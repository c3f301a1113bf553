/** What the plugin {@code prometheus} is given, where it is installed. Nothing else may use it. */
package io.jenkins.plugins.delivery.prometheus;
