/** The log of a step, as long as Jenkins has one for it. The steps that wait for something use it. */
package io.jenkins.plugins.delivery.console;
