package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.PasswordCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.UsernameCredentials;
import hudson.Util;

/** How credentials are called in lists. */
public abstract class CredentialsNameProvider<C extends Credentials> {
    public CredentialsNameProvider() {}

    public abstract String getName(C credentials);

    /** The user, or the description, or the id; the description in brackets behind the user. */
    public static String name(Credentials credentials) {
        String description = credentials instanceof StandardCredentials standard
                ? Util.fixEmptyAndTrim(standard.getDescription())
                : null;
        if (credentials instanceof UsernameCredentials user && !user.isUsernameSecret()) {
            String name = user.getUsername() + (credentials instanceof PasswordCredentials ? "/******" : "");
            return description == null ? name : name + " (" + description + ")";
        }
        if (description != null) {
            return description;
        }
        return credentials instanceof IdCredentials identified
                ? identified.getId()
                : credentials.getClass().getSimpleName();
    }
}
