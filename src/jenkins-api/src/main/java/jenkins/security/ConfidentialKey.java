package jenkins.security;

import java.io.IOException;

/** A key that the {@link ConfidentialStore} of this home keeps under a name. */
public abstract class ConfidentialKey {
    private final String id;

    protected ConfidentialKey(String id) {
        this.id = id;
    }

    /** Null when nothing is stored yet. */
    protected byte[] load() throws IOException {
        return ConfidentialStore.get().load(this);
    }

    protected void store(byte[] payload) throws IOException {
        ConfidentialStore.get().store(this, payload);
    }

    public String getId() {
        return id;
    }

    /** The bytes kept, made at the first call. */
    byte[] loadOrCreate(int length) {
        synchronized (ConfidentialKey.class) {
            try {
                byte[] stored = load();
                if (stored == null) {
                    stored = ConfidentialStore.get().randomBytes(length);
                    store(stored);
                }
                return stored;
            } catch (IOException e) {
                throw new IllegalStateException("Cannot load the key " + id, e);
            }
        }
    }
}
