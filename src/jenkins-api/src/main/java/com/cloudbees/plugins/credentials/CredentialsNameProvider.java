package com.cloudbees.plugins.credentials;

public abstract class CredentialsNameProvider<C extends Credentials> {
    public CredentialsNameProvider() {}

    public static String name(Credentials credentials) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract String getName(C value);
}
