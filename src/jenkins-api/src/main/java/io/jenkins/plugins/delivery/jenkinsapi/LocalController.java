package io.jenkins.plugins.delivery.jenkinsapi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.file.Path;
import jenkins.model.Jenkins;

/** The controller of this machine. */
final class LocalController extends Jenkins {
    private final transient ClassLoader loader;
    private final transient LocalUsers users;

    @CheckForNull
    private transient LocalExtensions extensions;

    LocalController(Path home, ClassLoader loader) throws IOException {
        super(home.toFile(), null);
        this.loader = loader;
        users = new LocalUsers(home.toFile());
    }

    static LocalController of(Jenkins jenkins) {
        if (jenkins instanceof LocalController local) {
            return local;
        }
        throw new IllegalStateException("This controller was not started by " + LocalJenkins.class.getName());
    }

    LocalUsers users() {
        return users;
    }

    synchronized LocalExtensions extensions() {
        if (extensions == null) {
            extensions = LocalExtensions.load(loader);
        }
        return extensions;
    }
}
