package io.jenkins.plugins.delivery.engine.scan;

/** What a finding is about. */
public enum Kind {
    /** A library that the application declares has a known vulnerability. */
    DEPENDENCY("dependencies"),
    /** A credential lies open in the source. */
    SECRET("secrets"),
    /** A weakness in the application's own source. */
    CODE("code"),
    /** A package or setting of a container image. */
    IMAGE("images"),
    /** A setting of the infrastructure that is described as code. */
    INFRASTRUCTURE("infrastructure"),
    /** A licence that forbids or restricts use. */
    LICENSE("licenses");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** The word that an explained verdict uses, as in "2 HIGH in dependencies". */
    public String words() {
        return words;
    }
}
