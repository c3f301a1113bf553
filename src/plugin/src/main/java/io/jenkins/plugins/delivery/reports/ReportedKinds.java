package io.jenkins.plugins.delivery.reports;

import hudson.model.Job;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a job has ever reported, by kind: one empty file each in {@code delivery-reports} of the job's folder, which moves with
 * the job. So a link costs one look at a folder, however many builds there are, and stays when builds are deleted: what they
 * deployed is still on record.
 */
public final class ReportedKinds {
    private static final Logger LOGGER = Logger.getLogger(ReportedKinds.class.getName());

    /** Builds that are looked at where nothing was marked: those that reported before there were marks. */
    private static final int LOOKED_AT = 5;

    private ReportedKinds() {}

    /** Whether a build of the job has reported anything. */
    public static boolean any(Job<?, ?> job) {
        return Files.isDirectory(folder(job)) || lately(job, report -> true);
    }

    /** Whether a build of the job has made a report of this kind, as {@link DeliveryReport#getKind} says it. */
    public static boolean has(Job<?, ?> job, String kind) {
        return Files.exists(folder(job).resolve(kind))
                || lately(job, report -> report.getKind().equals(kind));
    }

    /** A build of the job makes a report of this kind. Without the mark only the link is missing one day, so nothing fails. */
    static void remember(Job<?, ?> job, String kind) {
        Path folder = folder(job);
        Path mark = folder.resolve(kind);
        try {
            if (!Files.exists(mark)) {
                Files.createDirectories(folder);
                Files.createFile(mark);
            }
        } catch (FileAlreadyExistsException e) {
            LOGGER.log(Level.FINEST, "Another build was faster", e);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "It cannot be marked that " + job + " reports " + kind);
        }
    }

    private static boolean lately(Job<?, ?> job, Predicate<DeliveryReport> wanted) {
        return BuildsBack.from(job.getLastBuild(), LOOKED_AT)
                .anyMatch(
                        build -> build.getActions(DeliveryReport.class).stream().anyMatch(wanted));
    }

    private static Path folder(Job<?, ?> job) {
        return job.getRootDir().toPath().resolve("delivery-reports");
    }
}
