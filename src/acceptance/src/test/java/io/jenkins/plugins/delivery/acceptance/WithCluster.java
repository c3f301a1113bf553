package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class a cluster of its own, to which the settings of the shared Jenkins point. Used beside {@link WithJenkins}. */
final class WithCluster implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    /** Closed by JUnit when the test class is through. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(WithCluster.class))
                .getOrComputeIfAbsent("cluster", key -> start(context), Cluster.class);
    }

    private static Cluster start(ExtensionContext context) {
        RealJenkins jenkins = WithJenkins.shared(context);
        if (!isHere(jenkins.url())) {
            String why = context.getDisplayName() + ": needs a Jenkins on this machine, where the embedded cluster is.";
            System.out.println("Skipped " + why);
            Assumptions.abort(why);
        }
        Path folder = Path.of("target/jenkins", context.getRequiredTestClass().getSimpleName())
                .toAbsolutePath();
        try {
            Cluster cluster = new Cluster(folder);
            Settings.point(jenkins, cluster);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHere(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
