package jenkins.security;

import java.io.IOException;

public abstract class ConfidentialStore {
    public ConfidentialStore() {}

    protected abstract void store(ConfidentialKey confidentialKey, byte[] value) throws IOException;

    protected abstract byte[] load(ConfidentialKey confidentialKey) throws IOException;

    public abstract byte[] randomBytes(int n);

    public static ConfidentialStore get() {
        throw new UnsupportedOperationException("unwritten");
    }
}
