package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.util.List;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Sees every pipeline script before it is transformed. Found with {@code ServiceLoader}. */
public interface CompilerContribution {
    /** New customizers for one compiler; {@code strict}: the user wants to hear of every doubtful argument. */
    List<CompilationCustomizer> customizers(boolean strict);
}
