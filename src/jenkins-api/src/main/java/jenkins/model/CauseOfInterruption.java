package jenkins.model;

import hudson.console.ModelHyperlinkNote;
import hudson.model.TaskListener;
import hudson.model.User;
import java.io.Serializable;
import java.util.Objects;

/** Why a build was stopped. */
public abstract class CauseOfInterruption implements Serializable {
    private static final long serialVersionUID = 1;

    public CauseOfInterruption() {}

    public abstract String getShortDescription();

    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    /** A user stopped it. */
    public static final class UserInterruption extends CauseOfInterruption {
        private static final long serialVersionUID = 1;
        private final String user;

        public UserInterruption(User user) {
            this(user.getId());
        }

        public UserInterruption(String userId) {
            user = userId;
        }

        public String getUserId() {
            return user;
        }

        public User getUser() {
            User known = getUserOrNull();
            return known == null ? User.getUnknown() : known;
        }

        /** Null when the account is gone. */
        public User getUserOrNull() {
            return User.getById(user, false);
        }

        @Override
        public String getShortDescription() {
            User known = getUserOrNull();
            return "Aborted by " + (known == null ? user : known.getDisplayName());
        }

        @Override
        public void print(TaskListener listener) {
            User known = getUserOrNull();
            listener.getLogger().println("Aborted by " + (known == null ? user : ModelHyperlinkNote.encodeTo(known)));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UserInterruption that && Objects.equals(user, that.user);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(user);
        }
    }
}
