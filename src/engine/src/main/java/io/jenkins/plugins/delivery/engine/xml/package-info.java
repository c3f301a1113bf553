/** Walks XML that others wrote, element by element, without reading anything else. May be used from outside. */
package io.jenkins.plugins.delivery.engine.xml;
