/** How much of the code tests reach, as JaCoCo, Cobertura and LCOV report it. Used through the kinds of reports alone. */
package io.jenkins.plugins.delivery.engine.flow.coverage;
