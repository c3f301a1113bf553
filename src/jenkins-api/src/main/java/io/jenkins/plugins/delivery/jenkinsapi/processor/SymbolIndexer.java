package io.jenkins.plugins.delivery.jenkinsapi.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes {@code META-INF/annotations/org.jenkinsci.Symbol}: the binary name of each class that has a symbol, one a line,
 * sorted.
 */
public final class SymbolIndexer extends AbstractProcessor {
    static final String SYMBOL = "org.jenkinsci.Symbol";

    /** Where Jenkins looks for it. */
    public static final String INDEX = "META-INF/annotations/" + SYMBOL;

    private final SortedSet<String> names = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(SYMBOL);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element each : round.getElementsAnnotatedWith(annotation)) {
                names.add(processingEnv
                        .getElementUtils()
                        .getBinaryName((TypeElement) each)
                        .toString());
            }
        }
        if (round.processingOver() && !names.isEmpty()) {
            write();
        }
        return false;
    }

    private void write() {
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", INDEX)
                .openWriter()) {
            for (String each : names) {
                out.write(each + "\n");
            }
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "Cannot write " + INDEX + ": " + e);
        }
    }
}
