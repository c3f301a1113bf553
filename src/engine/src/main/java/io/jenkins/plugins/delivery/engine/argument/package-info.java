/**
 * How arguments of a step are read and refused: durations, names out of a known set, and maps of them.
 *
 * <p>Everything here may be used from outside. Whatever is refused is refused with an {@link
 * io.jenkins.plugins.delivery.engine.argument.ArgumentException} that names the argument, the value and what is allowed.
 */
package io.jenkins.plugins.delivery.engine.argument;
