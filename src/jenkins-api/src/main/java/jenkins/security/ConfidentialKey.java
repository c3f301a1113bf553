package jenkins.security;

import java.io.IOException;

public abstract class ConfidentialKey {
    protected ConfidentialKey(String text) {}

    protected byte[] load() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void store(byte[] value) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getId() {
        throw new UnsupportedOperationException("unwritten");
    }
}
