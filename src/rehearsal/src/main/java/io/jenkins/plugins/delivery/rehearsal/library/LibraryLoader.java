package io.jenkins.plugins.delivery.rehearsal.library;

/** Makes libraries available to the scripts of a run. */
public interface LibraryLoader {
    /** Loads {@code name} or {@code name@version}; does nothing if it is loaded already. */
    void load(String identifier) throws Exception;
}
