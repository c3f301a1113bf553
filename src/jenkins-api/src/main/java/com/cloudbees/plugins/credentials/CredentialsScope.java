package com.cloudbees.plugins.credentials;

import hudson.model.ModelObject;
import hudson.model.User;
import java.io.Serializable;
import jenkins.model.Jenkins;

/** Who sees credentials. */
public enum CredentialsScope implements Serializable {
    /** The controller alone, never a job. */
    SYSTEM {
        @Override
        public boolean isVisible(ModelObject context) {
            return context instanceof Jenkins;
        }

        @Override
        public String getDisplayName() {
            return "System (Jenkins and nodes only)";
        }
    },
    /** The controller and all jobs. */
    GLOBAL {
        @Override
        public boolean isVisible(ModelObject context) {
            return true;
        }

        @Override
        public String getDisplayName() {
            return "Global (Jenkins, nodes, items, all child items, etc)";
        }
    },
    /** One user. */
    USER {
        @Override
        public boolean isVisible(ModelObject context) {
            return context instanceof User;
        }

        @Override
        public String getDisplayName() {
            return "User";
        }
    };

    public abstract boolean isVisible(ModelObject context);

    public abstract String getDisplayName();
}
