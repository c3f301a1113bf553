package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all test classes the same real Jenkins, started or joined at the first need; they are skipped where none was named. */
final class WithJenkins implements BeforeAllCallback, ParameterResolver {
    static final Path HPI = Path.of("../plugin/target/progressive-delivery.hpi")
            .toAbsolutePath()
            .normalize();

    /** Closed by JUnit when the last test class is through. */
    private record Shared(RealJenkins jenkins, Optional<Guest> guest) implements AutoCloseable {
        @Override
        public void close() {
            guest.ifPresent(Guest::close);
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
        if (target instanceof AcceptanceTarget.Managed) {
            Assumptions.assumeTrue(
                    Files.exists(HPI), () -> HPI + " has not been built; run mvn verify for all modules.");
        }
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
                .getOrComputeIfAbsent("jenkins", key -> start(), Shared.class)
                .jenkins();
    }

    private static Shared start() {
        AcceptanceTarget target = AcceptanceTarget.of(System::getProperty);
        if (target instanceof AcceptanceTarget.Running running) {
            RealJenkins jenkins = RealJenkins.join(running, Optional.of(HPI).filter(Files::exists));
            return new Shared(jenkins, Optional.of(new Guest(jenkins)));
        }
        return new Shared(start((AcceptanceTarget.Managed) target, HPI, "home"), Optional.empty());
    }

    /** Another one besides, with a home and a log of this name below {@code target/jenkins}. */
    static RealJenkins start(AcceptanceTarget.Managed target, Path hpi, String name) {
        try {
            Path folder = Path.of("target/jenkins").toAbsolutePath();
            Files.createDirectories(folder);
            Folders.delete(folder.resolve(name));
            Files.deleteIfExists(folder.resolve(name + ".log"));
            return RealJenkins.start(target, hpi, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
