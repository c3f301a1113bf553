package hudson.remoting;

/** What comes back from another machine. */
public interface Future<V> extends java.util.concurrent.Future<V> {}
