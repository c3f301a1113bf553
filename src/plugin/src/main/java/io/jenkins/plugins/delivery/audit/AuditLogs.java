package io.jenkins.plugins.delivery.audit;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.audit.AuditChain;
import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The audit logs of all jobs, one file each, in {@code progressive-delivery/audit} of the controller's home: not beside
 * the builds, so that they stay when builds and jobs are deleted.
 */
@Extension
public final class AuditLogs {
    private static final Logger LOGGER = Logger.getLogger(AuditLogs.class.getName());
    private static final String SUFFIX = ".jsonl";

    /** Each remembers what is in it. */
    private final ConcurrentMap<Path, AuditChain> chains = new ConcurrentHashMap<>();

    public static AuditLogs get() {
        return ExtensionList.lookupSingleton(AuditLogs.class);
    }

    /** Where the log of a job is. */
    public Path file(Job<?, ?> job) {
        return file(job.getFullName());
    }

    /** The log of a job. */
    public AuditChain of(Job<?, ?> job) {
        return chains.computeIfAbsent(file(job), AuditChain::new);
    }

    /**
     * Appends what is not there yet. A failure is said loudly, and tried again with the next event of the same kind of
     * thing: what somebody did has been done, with or without its entry.
     *
     * @param events of one thing, in order
     * @param already how many of them are known to be on record, also those that were removed since
     * @return how many of them are known to be on record now, from the first one on
     */
    public int append(Job<?, ?> job, List<AuditEvent> events, int already) {
        try {
            of(job).appendMissing(events.subList(already, events.size()));
            return events.size();
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, e, () -> "The audit log of " + job.getFullName() + " could not be written");
            return already;
        }
    }

    /** Forgets what the administrator's rule says may be forgotten. */
    public void retain(Job<?, ?> job, Instant now) {
        int days = DeliveryConfiguration.get().getAuditRetentionDays();
        if (days == 0 || !file(job).toFile().exists()) {
            return;
        }
        try {
            of(job).removeBefore(now.minus(Duration.ofDays(days)), "retention of " + days + " days", now);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The audit log of " + job.getFullName() + " keeps what is old");
        }
    }

    /** A job that is renamed or moved takes its log along; one that gets a name that had a log goes on with that. */
    void moved(String from, String to) throws IOException {
        File old = file(from).toFile();
        File renamed = file(to).toFile();
        if (!old.exists() || renamed.exists()) {
            return;
        }
        for (String part : List.of("", ".head")) {
            File source = new File(old.getPath() + part);
            if (source.exists() && !source.renameTo(new File(renamed.getPath() + part))) {
                throw new IOException(source + " could not be renamed to " + renamed + part);
            }
        }
    }

    /** Names of jobs have slashes, and may differ in case only. */
    private static Path file(String job) {
        File folder = new File(Jenkins.get().getRootDir(), "progressive-delivery/audit");
        return new File(folder, Util.rawEncode(job).replace("%", "_") + SUFFIX).toPath();
    }
}
