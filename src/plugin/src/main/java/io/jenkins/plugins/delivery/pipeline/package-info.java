/**
 * Steps that the shared library in {@code vars/} asks: which stages run, what a workspace holds, what may be promoted, what is
 * said where a delivery stops. Each answers at once with a plain map. Nothing here may be used from outside.
 */
package io.jenkins.plugins.delivery.pipeline;
