package io.jenkins.plugins.delivery.rehearsal.cluster.api;

/** What a call of the API does. */
public enum Verb {
    GET,
    LIST,
    WATCH,
    CREATE,
    UPDATE,
    PATCH,
    DELETE
}
