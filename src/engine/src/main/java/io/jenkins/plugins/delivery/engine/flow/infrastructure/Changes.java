package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.flow.Reading;

/** Takes note of what a tool says. */
interface Changes {
    /** Something would be done, so that what is there becomes what the code says. */
    void add(Change change);

    /** Something was changed by others than the tool. */
    void outside(Change change);

    /** A value that others read would be another one. */
    default void output(String name) {
        // what is there stays as it is
    }

    /** What becomes of all that. */
    Reading.Draft draft();

    /** What people should know. */
    default void sentence(String sentence) {
        draft().sentence(sentence);
    }

    /** Why this cannot pass. */
    default void failure(String failure) {
        draft().failure(failure);
    }
}
