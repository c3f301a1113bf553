package jenkins.model;

import java.io.IOException;

/** Can be read from disk again. */
public interface Loadable {
    void load() throws IOException;
}
