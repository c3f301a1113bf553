package io.jenkins.plugins.delivery.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all test classes the same real Jenkins, started at the first need; they are skipped where none was named. */
final class WithJenkins implements BeforeAllCallback, ParameterResolver {
    static final Path HPI = Path.of("../plugin/target/progressive-delivery.hpi")
            .toAbsolutePath()
            .normalize();

    /** Closed by JUnit when the last test class is through. */
    private record Shared(RealJenkins jenkins) implements AutoCloseable {
        @Override
        public void close() {
            jenkins.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        AcceptanceTarget target = AcceptanceTarget.of(System::getProperty);
        if (target instanceof AcceptanceTarget.None none) {
            System.out.println("Skipped " + context.getDisplayName() + ": " + none.reason());
            Assumptions.abort(none.reason());
        }
        if (target instanceof AcceptanceTarget.Running) {
            Assumptions.abort("This test starts and kills its Jenkins; it needs -Djenkins.war.");
        }
        Assumptions.assumeTrue(Files.exists(HPI), () -> HPI + " has not been built; run mvn verify for all modules.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealJenkins.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context);
    }

    /** The one of all test classes. */
    static RealJenkins shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithJenkins.class))
                .getOrComputeIfAbsent("jenkins", key -> new Shared(start()), Shared.class)
                .jenkins();
    }

    private static RealJenkins start() {
        AcceptanceTarget.Managed target = (AcceptanceTarget.Managed) AcceptanceTarget.of(System::getProperty);
        try {
            Path folder = Path.of("target/jenkins").toAbsolutePath();
            Folders.delete(folder);
            Files.createDirectories(folder);
            return RealJenkins.start(target, HPI, folder.resolve("home"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
