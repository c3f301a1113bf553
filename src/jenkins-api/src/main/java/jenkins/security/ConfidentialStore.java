package jenkins.security;

import java.io.IOException;
import jenkins.model.Jenkins;

/** Where keys are kept that must not leave this home. */
public abstract class ConfidentialStore {
    public ConfidentialStore() {}

    /** Null when nothing is stored under this key. */
    protected abstract byte[] load(ConfidentialKey key) throws IOException;

    protected abstract void store(ConfidentialKey key, byte[] payload) throws IOException;

    public abstract byte[] randomBytes(int size);

    public static ConfidentialStore get() {
        return FileConfidentialStore.of(Jenkins.get().getRootDir().toPath());
    }
}
