package io.jenkins.plugins.delivery.steps.approval;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.HashSet;
import java.util.Set;

/** Knows who wrote the changes of a build. All extensions are asked. */
public abstract class BuildAuthors implements ExtensionPoint {
    /** Ids of users, in any form that the security realm accepts. */
    public abstract Set<String> of(Run<?, ?> run);

    static Set<String> all(Run<?, ?> run) {
        Set<String> authors = new HashSet<>();
        ExtensionList.lookup(BuildAuthors.class).forEach(one -> authors.addAll(one.of(run)));
        return authors;
    }
}
