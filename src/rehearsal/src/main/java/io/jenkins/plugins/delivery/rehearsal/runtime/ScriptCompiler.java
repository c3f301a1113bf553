package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.NonCPS;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import io.jenkins.plugins.delivery.rehearsal.library.LibraryCustomizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.jenkinsci.plugins.workflow.cps.CpsClosure2;
import org.jenkinsci.plugins.workflow.cps.CpsCompilationErrorsException;

/**
 * Compiles the scripts of one run: the Jenkinsfile and what it loads in one class loader, trusted libraries and the
 * scripts of the rehearsal itself in its parent.
 */
public final class ScriptCompiler {
    /** The name of the class that a Jenkinsfile becomes. */
    public static final String MAIN = "WorkflowScript";

    private static final String TRUSTED = "trusted";
    private static final String LOADED = "loaded";

    private final Map<String, Class<?>> resources = new HashMap<>();
    private final boolean sandbox;
    private final GroovyClassLoader trusted;
    private final GroovyClassLoader untrusted;
    private final PipelineExecution execution;

    ScriptCompiler(PipelineExecution execution, boolean sandbox, boolean strict) {
        this.execution = execution;
        this.sandbox = sandbox;
        ClassLoader own = PipelineScript.class.getClassLoader();
        this.trusted = new GroovyClassLoader(own, configuration(false, strict));
        this.untrusted = new GroovyClassLoader(trusted, configuration(sandbox, strict));
    }

    private CompilerConfiguration configuration(boolean sandboxed, boolean strict) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(PipelineScript.class.getName());
        configuration.addCompilationCustomizers(new ImportCustomizer()
                .addStarImports(NonCPS.class.getPackageName(), LibraryCustomizer.class.getPackageName())
                .addStarImports("hudson.model", "jenkins.model"));
        configuration.addCompilationCustomizers(new LibraryCustomizer(execution.libraries()));
        for (CompilerContribution contribution : ServiceLoader.load(CompilerContribution.class, own())) {
            contribution.customizers(strict).forEach(configuration::addCompilationCustomizers);
        }
        CpsTransformer transformer = sandboxed ? new SandboxedTransformer() : new ProgramTransformer();
        transformer.setConfiguration(new TransformerConfiguration().withClosureType(CpsClosure2.class));
        configuration.addCompilationCustomizers(transformer);
        return configuration;
    }

    private static ClassLoader own() {
        return PipelineScript.class.getClassLoader();
    }

    /** Makes the code below {@code folder} available by class name. */
    public void addLibrary(Path folder, boolean isTrusted) {
        try {
            for (String part : new String[] {"src", "vars"}) {
                (isTrusted ? trusted : untrusted)
                        .addURL(folder.resolve(part).toUri().toURL());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The class loader that sees every class of the program. */
    public GroovyClassLoader classes() {
        return untrusted;
    }

    boolean isProgram(Class<?> type) {
        for (ClassLoader loader = type.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader == untrusted || loader == trusted) {
                return true;
            }
        }
        return false;
    }

    PipelineScript main(String text, Binding binding) {
        return instance(untrusted.parseClass(source(text, MAIN), false), binding);
    }

    PipelineScript evaluated(String text, Binding binding) {
        return loaded(text, "Script" + execution.nextScript() + ".groovy", binding);
    }

    /** A script that the running program loads. */
    public PipelineScript loaded(String text, String name, Binding binding) {
        try {
            PipelineScript script = instance(untrusted.parseClass(source(text, name), false), binding);
            remember(LOADED, name, text);
            return script;
        } catch (MultipleCompilationErrorsException errors) {
            throw new CpsCompilationErrorsException(errors);
        }
    }

    PipelineScript resource(String text, String name, Binding binding) {
        Class<?> known = resources.get(name);
        if (known == null) {
            known = trusted.parseClass(source(text, name), false);
            resources.put(name, known);
            remember(TRUSTED, name, text);
        }
        return instance(known, binding);
    }

    /** Keeps the text of a script beside the build, since the saved program will need its class. */
    private void remember(String kind, String name, String text) {
        try {
            Path folder = scripts(kind);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path scripts(String kind) {
        return execution.folder().resolve("scripts").resolve(kind);
    }

    /** Compiles what an earlier life of the run had loaded. */
    void recompile() throws IOException {
        for (String kind : List.of(TRUSTED, LOADED)) {
            Path folder = scripts(kind);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        String name = file.getFileName().toString();
                        GroovyCodeSource source = source(Files.readString(file), name);
                        if (kind.equals(TRUSTED)) {
                            resources.put(name, trusted.parseClass(source, false));
                        } else {
                            untrusted.parseClass(source, false);
                        }
                    }
                }
            }
        }
    }

    PipelineScript libraryScript(String name, Binding binding) {
        try {
            Class<?> type = untrusted.loadClass(name, true, false);
            return PipelineExecution.loading(execution, () -> instance(type, binding));
        } catch (MultipleCompilationErrorsException errors) {
            throw new CpsCompilationErrorsException(errors);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GroovyCodeSource source(String text, String name) {
        GroovyCodeSource source = new GroovyCodeSource(text, name, "/groovy/shell");
        source.setCachable(false);
        return source;
    }

    PipelineScript instance(Class<?> type, Binding binding) {
        try {
            PipelineScript script =
                    (PipelineScript) type.getDeclaredConstructor().newInstance();
            script.setBinding(binding);
            return script;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName() + " is no pipeline script", impossible);
        }
    }

    boolean isSandboxed() {
        return sandbox;
    }
}
