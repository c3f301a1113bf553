package io.jenkins.plugins.delivery.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Measures a Jenkins from outside, as far as that is possible. */
final class Footprint {
    private static final int PEOPLE = 4;
    private static final Duration WHILE = Duration.ofSeconds(4);

    private static final String MEASURE = """
            import java.lang.management.ManagementFactory
            def job = Jenkins.get().getItemByFullName('%s')
            def reports = %s ? job.builds.sum { build -> build.allActions.count { it.getClass().name.startsWith('io.jenkins.plugins.delivery') } } : 0
            3.times { System.gc(); Thread.sleep(300) }
            println ManagementFactory.memoryMXBean.heapMemoryUsage.used + ' ' + ManagementFactory.threadMXBean.threadCount + ' ' \
            + ManagementFactory.classLoadingMXBean.loadedClassCount + ' ' + (reports ?: 0)
            """;

    private final RealJenkins jenkins;
    private final String job;

    Footprint(RealJenkins jenkins, String job) {
        this.jenkins = jenkins;
        this.job = job;
    }

    /** @param heap bytes after the garbage was collected */
    record State(long heap, long threads, long classes, long reports) {
        double megabytes() {
            return heap / (double) (1 << 20);
        }
    }

    /** @param builds whether all builds of the job are loaded before */
    State state(boolean builds) {
        String[] numbers =
                jenkins.as("admin").script(MEASURE.formatted(job, builds)).split(" ");
        return new State(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]));
    }

    /** The middle one of a few starts, the first answer to the first question included. */
    Duration startUp(int starts) {
        List<Duration> taken = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            jenkins.restart();
            taken.add(jenkins.process().startUp());
        }
        Collections.sort(taken);
        return taken.get(starts / 2);
    }

    /** How many answers a second a few people get who ask without a pause, each with an API token. */
    double answersPerSecond(String path) throws InterruptedException, ExecutionException {
        String token = jenkins.as("admin").script("""
                def user = hudson.model.User.getById('admin', false)
                print user.getProperty(jenkins.security.ApiTokenProperty).generateNewToken('measured').plainValue
                user.save()
                """);
        long end = System.nanoTime() + WHILE.toNanos();
        Callable<Integer> person = () -> {
            JenkinsClient client = new JenkinsClient(jenkins.url(), "admin", token);
            int answers = 0;
            while (System.nanoTime() < end) {
                JenkinsClient.Answer answer = client.get(path);
                if (answer.status() != 200) {
                    throw new AcceptanceException(path + " was answered with " + answer.status());
                }
                answers++;
            }
            return answers;
        };
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            int answers = 0;
            for (Future<Integer> one : people.invokeAll(Collections.nCopies(PEOPLE, person))) {
                answers += one.get();
            }
            return answers / (double) WHILE.toSeconds();
        } finally {
            people.shutdownNow();
            people.awaitTermination(1, TimeUnit.MINUTES);
        }
    }
}
