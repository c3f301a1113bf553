package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A branch of a git repository. No record: it is kept in {@code build.xml}, and XStream cannot read records back.
 */
public final class GitSource implements SourceTree {
    private static final long serialVersionUID = 1;
    private static final String FIELD = "\u001f";
    private static final String COMMIT = "\u001e";

    /** How a job came to its branch. */
    public enum Kind {
        /** The job names one branch. */
        SINGLE_BRANCH,
        /** A branch of a multibranch project. */
        BRANCH,
        /** A tag of a multibranch project. */
        TAG
    }

    private final String repository;
    private final String branch;
    private final Kind kind;

    /**
     * @param repository URL or path
     * @param branch name of the branch or tag
     * @param kind how the job came to it
     */
    public GitSource(String repository, String branch, Kind kind) {
        this.repository = repository;
        this.branch = branch;
        this.kind = kind;
    }

    @Override
    public Map<String, String> checkout(Path workspace, Run<?, ?> run) throws IOException, InterruptedException {
        Files.createDirectories(workspace);
        Git git = new Git(workspace);
        if (!Files.isDirectory(workspace.resolve(".git"))) {
            git.run("init", "--quiet");
        }
        git.run("fetch", "--quiet", "--tags", "--force", "--", repository, "+refs/heads/*:refs/remotes/origin/*");
        String commit = git.run("rev-parse", "--verify", reference() + "^{commit}");
        git.run("checkout", "--quiet", "--force", "--detach", commit);
        String before = Revision.before(run);
        if (before != null) {
            run.addOrReplaceAction(new ChangeLog(changes(git, before, commit)));
        }
        run.addOrReplaceAction(new Revision(commit));
        return variables(commit, before);
    }

    private String reference() {
        return kind == Kind.TAG ? "refs/tags/" + branch : "refs/remotes/origin/" + branch;
    }

    private Map<String, String> variables(String commit, String before) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("GIT_COMMIT", commit);
        variables.put("GIT_BRANCH", kind == Kind.SINGLE_BRANCH ? "origin/" + branch : branch);
        if (before != null) {
            variables.put("GIT_PREVIOUS_COMMIT", before);
        }
        variables.put("GIT_URL", repository);
        return variables;
    }

    private static List<Change> changes(Git git, String before, String commit)
            throws IOException, InterruptedException {
        String format = COMMIT + "%H" + FIELD + "%an" + FIELD + "%B" + FIELD;
        String log = git.run("log", "--name-only", "--format=" + format, before + ".." + commit);
        List<Change> changes = new ArrayList<>();
        for (String entry : log.split(COMMIT)) {
            String[] fields = entry.split(FIELD, -1);
            if (fields.length == 4) {
                List<String> paths =
                        fields[3].lines().filter(line -> !line.isBlank()).toList();
                changes.add(new Change(fields[0], fields[1], fields[2].strip(), paths));
            }
        }
        return changes;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (kind != Kind.SINGLE_BRANCH) {
            variables.put("BRANCH_NAME", branch);
        }
        if (kind == Kind.TAG) {
            variables.put("TAG_NAME", branch);
        } else if (kind == Kind.BRANCH && (branch.equals("main") || branch.equals("master"))) {
            variables.put("BRANCH_IS_PRIMARY", "true");
        }
        return variables;
    }
}
