package io.jenkins.plugins.delivery.engine.record;

import java.nio.file.Path;

/** Incidents; one that is over is recorded again, with its end. */
public final class IncidentLog extends RecordLog<Incident> {
    public IncidentLog(Path file) {
        super(file, Incident.class, Incident::id);
    }
}
