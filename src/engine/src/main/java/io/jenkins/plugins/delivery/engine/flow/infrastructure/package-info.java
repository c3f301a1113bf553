/** What tools say about infrastructure: plans, what became of applying them, and drift. Values of attributes are never told. */
package io.jenkins.plugins.delivery.engine.flow.infrastructure;
