package io.jenkins.plugins.delivery.engine.flow.database;

/**
 * One migration as its tool sees it.
 *
 * @param id version, changeset or revision; unique
 * @param words what it does, or empty
 * @param state where it is
 * @param script file, or empty
 * @param undoable whether the tool says that it can undo it
 */
record Migration(String id, String words, State state, String script, boolean undoable) {
    /** Where a migration is. */
    enum State {
        PENDING,
        APPLIED,
        /** Begun, and not finished: the tool refuses to go on until somebody has looked. */
        FAILED,
        /** Applied, and not in the code any more; or skipped. */
        OTHER
    }

    boolean is(State wanted) {
        return state == wanted;
    }
}
