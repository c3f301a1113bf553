package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.nio.file.Path;

/**
 * A shared library on this machine.
 *
 * @param name as in {@code @Library('name')}
 * @param root folder with {@code vars}, {@code src} and {@code resources}
 * @param defaultVersion printed when it is loaded, empty for none
 * @param implicit loaded without being asked for
 * @param trusted its code is not sandboxed, as that of a library which an administrator configured
 */
public record LibrarySource(String name, Path root, String defaultVersion, boolean implicit, boolean trusted) {}
