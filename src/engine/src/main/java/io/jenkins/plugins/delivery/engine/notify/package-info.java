/**
 * Tells other systems what happened. What is told has already happened: a notification that fails changes nothing.
 */
package io.jenkins.plugins.delivery.engine.notify;
