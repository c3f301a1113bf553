package io.jenkins.plugins.delivery.engine.yaml;

/** A YAML file that cannot be used: says in which file, where in it, what is wrong and what is allowed. */
public final class YamlFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    YamlFileException(String file, int line, int column, String problem, Throwable cause) {
        super(file + ":" + line + ":" + column + ": " + problem, cause);
    }
}
