package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import io.jenkins.plugins.delivery.rehearsal.runtime.OfferedToScripts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One commit. Getters, because pipelines read it. */
@OfferedToScripts
public final class Change implements Serializable {
    private static final long serialVersionUID = 1;

    private final String commitId;
    private final String author;
    private final String message;
    private final ArrayList<String> paths;

    Change(String commitId, String author, String message, List<String> paths) {
        this.commitId = commitId;
        this.author = author;
        this.message = message;
        this.paths = new ArrayList<>(paths);
    }

    public String getCommitId() {
        return commitId;
    }

    public Author getAuthor() {
        return new Author(author);
    }

    /** The first line of the message. */
    public String getMsg() {
        return message.lines().findFirst().orElse("");
    }

    public String getComment() {
        return message;
    }

    /** Files that the commit touches, relative to the root of the repository. */
    public List<String> getAffectedPaths() {
        return new ArrayList<>(paths);
    }

    /** Who made a commit. */
    @OfferedToScripts
    public static final class Author implements Serializable {
        private static final long serialVersionUID = 1;

        private final String fullName;

        Author(String fullName) {
            this.fullName = fullName;
        }

        public String getFullName() {
            return fullName;
        }

        public String getId() {
            return fullName;
        }

        public String getDisplayName() {
            return fullName;
        }

        @Override
        public String toString() {
            return fullName;
        }
    }
}
