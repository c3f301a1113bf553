package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;

/**
 * Where a finding is.
 *
 * @param path path, target or URL as the tool names it, with forward slashes
 * @param line 1-based line, or 0 where the tool names none
 */
public record Place(String path, int line) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Place {
        path = path.indexOf('\\') < 0 ? path : path.replace('\\', '/');
        line = Math.max(0, line);
    }

    @Override
    public String toString() {
        return line == 0 ? path : path + ":" + line;
    }
}
