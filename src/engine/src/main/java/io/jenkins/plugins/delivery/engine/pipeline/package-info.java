/**
 * The flow from a checkout to production: which stages it has and which of them run, what builds a workspace, what an agent
 * has to have, what has to have passed before, and what there is to say where it stops.
 *
 * <p>Nothing here runs anything: the shared library does, and asks here what to do. May be used from outside: the public
 * types.
 */
package io.jenkins.plugins.delivery.engine.pipeline;
