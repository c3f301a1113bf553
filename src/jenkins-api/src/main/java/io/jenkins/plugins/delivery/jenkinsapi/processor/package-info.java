/**
 * Annotation processors that write what Jenkins's own build tools would: the index of symbols and the classes of messages.
 * They run wherever this module is on the class path of a compilation.
 */
package io.jenkins.plugins.delivery.jenkinsapi.processor;
