package jenkins.model;

import hudson.model.TaskListener;
import hudson.model.User;
import java.io.Serializable;

public abstract class CauseOfInterruption implements Serializable {
    public CauseOfInterruption() {}

    public abstract String getShortDescription();

    public void print(TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static final class UserInterruption extends CauseOfInterruption {
        public UserInterruption(User user) {}

        public UserInterruption(String text) {}

        public String getUserId() {
            throw new UnsupportedOperationException("unwritten");
        }

        public User getUser() {
            throw new UnsupportedOperationException("unwritten");
        }

        public User getUserOrNull() {
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
