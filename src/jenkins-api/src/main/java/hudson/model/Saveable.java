package hudson.model;

import java.io.IOException;

public interface Saveable {
    public static final Saveable NOOP = null;

    public void save() throws IOException;
}
