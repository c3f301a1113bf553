package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;

public interface UsernameCredentials extends Credentials {
    public String getUsername();

    public default boolean isUsernameSecret() {
        throw new UnsupportedOperationException("unwritten");
    }
}
