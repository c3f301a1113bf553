/**
 * Shared libraries: {@code @Library}, {@code vars}, {@code src} and {@code resources}. The pipeline runtime loads them while it
 * compiles a script; nothing else uses this package.
 */
package io.jenkins.plugins.delivery.rehearsal.library;
