package hudson.model;

import jenkins.model.Jenkins;

/** The controller under its former name, as old pipelines and libraries ask for it. */
public final class Hudson {
    private Hudson() {}

    public static Jenkins getInstance() {
        return Jenkins.get();
    }
}
