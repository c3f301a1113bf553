package io.jenkins.plugins.delivery.jenkinsapi.processor;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Makes a class {@code Messages} for each package that is compiled and has a {@code Messages.properties} among the
 * resources, which must be in place before the compilation. A class of that name in the sources stays.
 */
public final class MessagesGenerator extends AbstractProcessor {
    private final Set<String> seen = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> packages = new TreeSet<>();
        for (Element each : round.getRootElements()) {
            String packageName = processingEnv
                    .getElementUtils()
                    .getPackageOf(each)
                    .getQualifiedName()
                    .toString();
            if (each.getSimpleName().contentEquals("Messages")) {
                seen.add(packageName);
            }
            packages.add(packageName);
        }
        for (String each : packages) {
            if (seen.add(each)) {
                read(each).ifPresent(messages -> write(each, messages));
            }
        }
        return false;
    }

    private Optional<Properties> read(String packageName) {
        try (Reader in = processingEnv
                .getFiler()
                .getResource(StandardLocation.CLASS_OUTPUT, packageName, "Messages.properties")
                .openReader(true)) {
            Properties messages = new Properties();
            messages.load(in);
            return Optional.of(messages);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            fail(packageName, "cannot be read: " + e);
            return Optional.empty();
        }
    }

    private void write(String packageName, Properties messages) {
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile(packageName + ".Messages")
                .openWriter()) {
            out.write(new MessagesSource(packageName, messages).text());
        } catch (IOException | IllegalArgumentException e) {
            fail(packageName, "has no class: " + e.getMessage());
        }
    }

    private void fail(String packageName, String what) {
        processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.ERROR, "Messages.properties of " + packageName + " " + what);
    }
}
