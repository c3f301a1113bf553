/** Types of Pipeline that scripts meet by name: in messages about missing methods and in {@code catch}. */
package org.jenkinsci.plugins.workflow.cps;
