package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.runtime.CompilerContribution;
import java.util.List;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Brings declarative pipelines to the compiler of the rehearsal. */
public final class DeclarativeCompiler implements CompilerContribution {
    @Override
    public List<CompilationCustomizer> customizers(boolean strict) {
        return List.of(new DeclarativeCustomizer(new DescribedSteps(strict)));
    }
}
