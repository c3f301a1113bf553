package io.jenkins.plugins.delivery.harness;

import java.io.IOException;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Pipelines in the sandbox, each a job. */
record Jobs(JenkinsRule jenkins) {
    WorkflowRun begin(String name, String script) throws Exception {
        WorkflowJob job = job(name) == null ? jenkins.createProject(WorkflowJob.class, name) : job(name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    WorkflowRun last(String name) {
        return job(name).getLastBuild();
    }

    /** Its last build, once that has ended well. */
    WorkflowRun ended(String name) throws Exception {
        return jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(last(name)));
    }

    /** What the last build said that the step had answered. */
    String answer(String name) throws Exception {
        return JenkinsRule.getLog(ended(name))
                .lines()
                .filter(line -> line.startsWith("answer "))
                .findFirst()
                .orElseThrow(() -> new IOException(name + " says no answer"));
    }

    private WorkflowJob job(String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class);
    }
}
