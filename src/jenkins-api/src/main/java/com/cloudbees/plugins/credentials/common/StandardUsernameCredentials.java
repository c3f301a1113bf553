package com.cloudbees.plugins.credentials.common;

/** Credentials of a user with an id. */
public interface StandardUsernameCredentials extends StandardCredentials, UsernameCredentials {}
