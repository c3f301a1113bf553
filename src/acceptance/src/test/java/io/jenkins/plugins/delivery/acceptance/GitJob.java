package io.jenkins.plugins.delivery.acceptance;

import java.nio.file.Path;

/** A job that takes its Jenkinsfile from the branch main of a Git repository. */
final class GitJob {
    private GitJob() {}

    static String definition(Path repository) {
        return "<definition class='org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition'><scm class='hudson.plugins.git.GitSCM'>"
                + "<configVersion>2</configVersion><userRemoteConfigs><hudson.plugins.git.UserRemoteConfig><url>"
                + repository
                + "</url></hudson.plugins.git.UserRemoteConfig></userRemoteConfigs><branches>"
                + "<hudson.plugins.git.BranchSpec><name>*/main</name></hudson.plugins.git.BranchSpec></branches><extensions/></scm>"
                + "<scriptPath>Jenkinsfile</scriptPath><lightweight>true</lightweight></definition>";
    }

    static String xml(Path repository) {
        return "<flow-definition><description>" + Builds.MARK + "</description>" + definition(repository)
                + "</flow-definition>";
    }
}
