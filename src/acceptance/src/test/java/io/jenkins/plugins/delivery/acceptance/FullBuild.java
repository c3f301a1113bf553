package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.util.List;

/**
 * A build that has one of everything: a scan, a smoke test, a report of a tool, a canary with its notes, a
 * rollout that is taken back, and a gate that is open.
 *
 * @param job its name, and the name of the application
 */
record FullBuild(String job, int number) {
    private static final String REPORTS = """
            node {
              writeFile file: 'a.sarif', text: '''{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"lint"}},"results":[
                {"ruleId":"R1","level":"error","message":{"text":"<b>bad</b> & worse"},"locations":[{"physicalLocation":{
                "artifactLocation":{"uri":"src/a.c"},"region":{"startLine":3}}}]},
                {"ruleId":"R2","level":"note","message":{"text":"hm"},"locations":[{"physicalLocation":{
                "artifactLocation":{"uri":"src/b.c"},"region":{"startLine":7}}}]}]}]}'''
              writeFile file: 'lcov.info', text: 'TN:\\nSF:src/a.c\\nDA:1,1\\nDA:2,0\\nLF:2\\nLH:1\\nend_of_record\\n'
              stage('Check') {
                securityScan(reports: '*.sarif', gates: [[severity: 'HIGH', max: 5]])
                %s
              }
            }
            """;

    /** A step that the first versions did not have. */
    private static final String COVERAGE = "deliveryReport(kind: 'coverage', file: 'lcov.info')";

    private static final String SMOKE =
            " smokeTest url: env.DELIVERY_CANARY_URL ?: env.DELIVERY_URL, checks: [[path: '/']] ";
    private static final String GATE =
            "stage('Approve') { approvalGate(environment: 'production', message: 'Release?', timeout: '1h') }\n";

    /** Runs it until its gate is open. */
    static FullBuild run(RealJenkins jenkins, Cluster cluster, String job) throws IOException {
        Builds builds = new Builds(jenkins.as("admin"));
        String deploy = TinyApp.deploys(
                "canaryPromote",
                job,
                cluster.image("1"),
                "1",
                ", weights: [50, 100], interval: '1s', router: 'replicas'",
                SMOKE);
        String broken = TinyApp.deploys(
                "rollingDeploy",
                job,
                cluster.image("2", "FAULT_NEVER_READY=true"),
                "2",
                ", progressDeadline: '4s'",
                "");
        builds.job(
                job,
                REPORTS.formatted(knows(jenkins, "deliveryReport") ? COVERAGE : "") + "stage('Deploy') {\n" + deploy
                        + "  try {\n" + broken + "  } catch (ignored) { echo 'taken back' }\n}\n" + GATE);
        int number = builds.begin(job);
        builds.awaitLog(job, number, "Approve or reject:");
        return new FullBuild(job, number);
    }

    private static boolean knows(RealJenkins jenkins, String step) {
        return jenkins.as("admin")
                .script("print org.jenkinsci.plugins.workflow.steps.StepDescriptor.byFunctionName('" + step
                        + "') != null")
                .equals("true");
    }

    /** Its address below the root of Jenkins, with a slash at its end. */
    String path() {
        return "job/" + job + "/" + number + "/";
    }

    /** What of ours has an address on Jenkins, on the job and on the build. */
    List<Place> places(RealJenkins jenkins) {
        return jenkins.as("admin")
                .script("""
                def types = { def all = []; for (def c = it.getClass(); c != null; c = c.superclass) all << c.name; all.join(',') }
                def show = { root, them ->
                  them.findAll { it != null && it.getClass().name.startsWith('io.jenkins.plugins.delivery.') && it.urlName ==~ '.*[^/]' }
                    .each { println root + it.urlName + '/ ' + types(it) }
                }
                def job = Jenkins.get().getItemByFullName('%s')
                def run = job.getBuildByNumber(%d)
                show(run.url, run.allActions)
                show(job.url, job.allActions)
                show('', Jenkins.get().actions)
                show('manage/', Jenkins.get().managementLinks)
                null
                """.formatted(job, number))
                .lines()
                .map(Place::of)
                .distinct()
                .toList();
    }

    /**
     * An object of ours that has an address.
     *
     * @param path below the root of Jenkins, with a slash at its end
     * @param types its class and those above it
     */
    record Place(String path, List<String> types) {
        static Place of(String line) {
            String[] words = line.split(" ", 2);
            return new Place(words[0], List.of(words[1].split(",")));
        }

        String name() {
            String name = path.replaceAll("^(manage|job)/|/$", "").replace('/', '-');
            return name.isEmpty() ? "root" : name;
        }
    }
}
