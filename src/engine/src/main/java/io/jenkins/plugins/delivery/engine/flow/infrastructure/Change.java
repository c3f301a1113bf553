package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import java.util.List;

/**
 * What is going to happen to one resource.
 *
 * @param address how the tool names it
 * @param type what it is
 * @param details why or what of it, without values
 */
record Change(Action action, String address, String type, List<String> details) {
    /** What happens, in the order in which plans are read. */
    enum Action {
        DESTROY("destroy"),
        REPLACE("destroy and add again"),
        /** Whether it is replaced is only known while it happens. */
        PERHAPS_REPLACE("change, perhaps destroy and add again"),
        FORGET("forget, and leave it as it is"),
        CHANGE("change"),
        ADD("add"),
        IMPORT("import"),
        UNKNOWN("not foreseeable");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether what is there now is gone afterwards, or may be. */
        boolean destroys() {
            return this == DESTROY || this == REPLACE || this == PERHAPS_REPLACE;
        }

        boolean adds() {
            return this == ADD || this == REPLACE;
        }

        boolean changes() {
            return this == CHANGE || this == PERHAPS_REPLACE;
        }
    }

    Change {
        details = List.copyOf(details);
    }
}
