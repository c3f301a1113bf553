package hudson.model;

import hudson.console.ModelHyperlinkNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;

/** Why a build was started. */
@SuppressWarnings("rawtypes")
public abstract class Cause {
    public Cause() {}

    public abstract String getShortDescription();

    public void onAddedTo(Run build) {}

    public void onLoad(Run<?, ?> build) {}

    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    /** Another build started this one. */
    public static class UpstreamCause extends Cause {
        private final String upstreamProject;
        private final String upstreamUrl;
        private final int upstreamBuild;
        private final List<Cause> upstreamCauses;

        public UpstreamCause(Run<?, ?> up) {
            upstreamProject = up.getParent().getFullName();
            upstreamUrl = up.getParent().getUrl();
            upstreamBuild = up.getNumber();
            upstreamCauses = new ArrayList<>(up.getCauses());
        }

        public String getUpstreamProject() {
            return upstreamProject;
        }

        public int getUpstreamBuild() {
            return upstreamBuild;
        }

        public String getUpstreamUrl() {
            return upstreamUrl;
        }

        public List<Cause> getUpstreamCauses() {
            return upstreamCauses;
        }

        /** Null when it has been deleted. */
        public Run<?, ?> getUpstreamRun() {
            Job<?, ?> job = Jenkins.get().getItemByFullName(upstreamProject, Job.class);
            return job == null ? null : job.getBuildByNumber(upstreamBuild);
        }

        public boolean pointsTo(Job<?, ?> job) {
            return job.getFullName().equals(upstreamProject);
        }

        public boolean pointsTo(Run<?, ?> run) {
            return run.getNumber() == upstreamBuild && pointsTo(run.getParent());
        }

        @Override
        public String getShortDescription() {
            return "Started by upstream project \"" + upstreamProject + "\" build number " + upstreamBuild;
        }

        @Override
        public void print(TaskListener listener) {
            print(listener, 0);
        }

        private void print(TaskListener listener, int depth) {
            String indent = " ".repeat(depth);
            listener.getLogger()
                    .println(indent + "Started by upstream project "
                            + ModelHyperlinkNote.encodeTo('/' + upstreamUrl, '"' + upstreamProject + '"')
                            + " build number "
                            + ModelHyperlinkNote.encodeTo('/' + upstreamUrl + upstreamBuild, "" + upstreamBuild));
            if (!upstreamCauses.isEmpty()) {
                listener.getLogger().println(indent + "originally caused by:");
                for (Cause each : upstreamCauses) {
                    if (each instanceof UpstreamCause upstream) {
                        upstream.print(listener, depth + 1);
                    } else {
                        listener.getLogger().print(indent + " ");
                        each.print(listener);
                    }
                }
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UpstreamCause that
                    && upstreamBuild == that.upstreamBuild
                    && upstreamProject.equals(that.upstreamProject)
                    && upstreamUrl.equals(that.upstreamUrl)
                    && upstreamCauses.equals(that.upstreamCauses);
        }

        @Override
        public int hashCode() {
            return Objects.hash(upstreamProject, upstreamUrl, upstreamBuild, upstreamCauses);
        }

        @Override
        public String toString() {
            return upstreamUrl + upstreamBuild + upstreamCauses;
        }
    }

    /** A user started it. */
    public static class UserIdCause extends Cause {
        private final String userId;

        /** The user that the current thread acts for. */
        public UserIdCause() {
            this(currentId());
        }

        public UserIdCause(String userId) {
            this.userId = userId;
        }

        private static String currentId() {
            User user = User.current();
            return user == null ? null : user.getId();
        }

        /** Null for somebody who has not logged in. */
        public String getUserId() {
            return userId;
        }

        public String getUserName() {
            User user = userId == null ? null : User.getById(userId, false);
            return user == null ? Objects.requireNonNullElse(userId, "anonymous") : user.getDisplayName();
        }

        @Override
        public String getShortDescription() {
            return "Started by user " + getUserName();
        }

        @Override
        public void print(TaskListener listener) {
            listener.getLogger()
                    .println(
                            userId == null
                                    ? "Started by user unknown or anonymous"
                                    : "Started by user "
                                            + ModelHyperlinkNote.encodeTo("/user/" + userId, getUserName()));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UserIdCause that && Objects.equals(userId, that.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(userId);
        }
    }

    /** Somebody started it with a token, from a program. */
    public static class RemoteCause extends Cause {
        private final String addr;
        private final String note;

        public RemoteCause(String host, String note) {
            addr = host;
            this.note = note;
        }

        public String getAddr() {
            return addr;
        }

        public String getNote() {
            return note;
        }

        @Override
        public String getShortDescription() {
            return "Started by remote host " + addr + (note == null || note.isBlank() ? "" : " with note: " + note);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RemoteCause that
                    && Objects.equals(addr, that.addr)
                    && Objects.equals(note, that.note);
        }

        @Override
        public int hashCode() {
            return Objects.hash(addr, note);
        }
    }
}
