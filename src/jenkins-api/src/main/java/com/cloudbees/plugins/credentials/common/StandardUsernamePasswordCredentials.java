package com.cloudbees.plugins.credentials.common;

/** A user and a password with an id. */
public interface StandardUsernamePasswordCredentials extends StandardUsernameCredentials, UsernamePasswordCredentials {}
