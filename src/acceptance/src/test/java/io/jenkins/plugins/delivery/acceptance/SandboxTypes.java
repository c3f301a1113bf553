package io.jenkins.plugins.delivery.acceptance;

import groovy.lang.GroovyObject;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The types that pipelines meet: of Java, of Groovy, and of Jenkins where a rehearsal knows them. */
final class SandboxTypes {
    private static final List<String> JAVA = List.of(
            "java/io",
            "java/lang",
            "java/math",
            "java/net",
            "java/nio/charset",
            "java/nio/file",
            "java/security",
            "java/text",
            "java/time",
            "java/time/format",
            "java/time/temporal",
            "java/util",
            "java/util/concurrent",
            "java/util/function",
            "java/util/regex",
            "java/util/stream",
            "java/util/zip");
    private static final List<String> GROOVY = List.of(
            "groovy/json", "groovy/lang", "groovy/time", "groovy/util", "groovy/xml", "org/codehaus/groovy/runtime");
    private static final List<String> JENKINS = List.of(
            "hudson.AbortException",
            "hudson.EnvVars",
            "hudson.FilePath",
            "hudson.model.Cause",
            "hudson.model.Item",
            "hudson.model.Job",
            "hudson.model.Result",
            "hudson.model.Run",
            "hudson.model.User",
            "hudson.util.Secret",
            "jenkins.model.CauseOfInterruption",
            "jenkins.model.CauseOfInterruption$UserInterruption",
            "jenkins.model.Jenkins",
            "org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable",
            "org.jenkinsci.plugins.workflow.steps.FlowInterruptedException",
            "org.jenkinsci.plugins.workflow.support.steps.build.RunWrapper");

    private SandboxTypes() {}

    static List<Class<?>> all() throws IOException, URISyntaxException {
        List<Class<?>> types = new ArrayList<>();
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
        for (String folder : JAVA) {
            collect(base.resolve(folder), base, types);
        }
        URI jar = URI.create("jar:"
                + GroovyObject.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        try (FileSystem groovy = FileSystems.newFileSystem(jar, Map.of())) {
            for (String folder : GROOVY) {
                collect(groovy.getPath("/" + folder), groovy.getPath("/"), types);
            }
        }
        JENKINS.forEach(name -> named(name).ifPresent(types::add));
        return types;
    }

    private static void collect(Path folder, Path base, List<Class<?>> types) throws IOException {
        try (Stream<Path> files = Files.list(folder).sorted()) {
            files.map(file -> base.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .forEach(name -> named(name).filter(SandboxTypes::isPublic).ifPresent(types::add));
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers());
    }

    /** Empty for one that refers to what is not on the class path. */
    private static Optional<Class<?>> named(String name) {
        try {
            Class<?> type = Class.forName(name, false, SandboxTypes.class.getClassLoader());
            type.getDeclaredMethods();
            type.getDeclaredConstructors();
            type.getDeclaredFields();
            return Optional.of(type);
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }
}
