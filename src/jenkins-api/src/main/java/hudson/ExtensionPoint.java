package hudson;

/** Can be implemented by plugins. */
public interface ExtensionPoint {}
