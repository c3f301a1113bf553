/** The one type of Script Security that pipelines meet by name: {@code catch (e) { echo e.class.name }}. */
package org.jenkinsci.plugins.scriptsecurity.sandbox;
