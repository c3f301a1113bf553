package hudson.model;

import java.util.List;

public abstract class Cause {
    public Cause() {}

    public abstract String getShortDescription();

    public void onAddedTo(Run run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLoad(Run<?, ?> run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void print(TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static class RemoteCause extends Cause {
        public RemoteCause(String text, String text2) {}

        public String getShortDescription() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getAddr() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getNote() {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean equals(Object value) {
            throw new UnsupportedOperationException("unwritten");
        }

        public int hashCode() {
            throw new UnsupportedOperationException("unwritten");
        }
    }

    public static class UpstreamCause extends Cause {
        public UpstreamCause(Run<?, ?> run) {}

        public void onLoad(Run<?, ?> run) {
            throw new UnsupportedOperationException("unwritten");
        }

        public void onLoad(Job<?, ?> job, int n) {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean equals(Object value) {
            throw new UnsupportedOperationException("unwritten");
        }

        public int hashCode() {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean pointsTo(Job<?, ?> job) {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean pointsTo(Run<?, ?> run) {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getUpstreamProject() {
            throw new UnsupportedOperationException("unwritten");
        }

        public int getUpstreamBuild() {
            throw new UnsupportedOperationException("unwritten");
        }

        public Run<?, ?> getUpstreamRun() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getUpstreamUrl() {
            throw new UnsupportedOperationException("unwritten");
        }

        public List<Cause> getUpstreamCauses() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getShortDescription() {
            throw new UnsupportedOperationException("unwritten");
        }

        public void print(TaskListener taskListener) {
            throw new UnsupportedOperationException("unwritten");
        }

        public String toString() {
            throw new UnsupportedOperationException("unwritten");
        }
    }

    public static class UserIdCause extends Cause {
        public UserIdCause() {}

        public UserIdCause(String text) {}

        public String getUserId() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getUserName() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getUserUrl() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getUserAvatar() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getShortDescription() {
            throw new UnsupportedOperationException("unwritten");
        }

        public void print(TaskListener taskListener) {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean equals(Object value) {
            throw new UnsupportedOperationException("unwritten");
        }

        public int hashCode() {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
