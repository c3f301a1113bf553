package io.jenkins.plugins.delivery.rehearsal.clock;

/** Says that real work is going on: while any token is open, virtual time does not jump. Closing twice is harmless. */
public interface Busy extends AutoCloseable {
    @Override
    void close();
}
