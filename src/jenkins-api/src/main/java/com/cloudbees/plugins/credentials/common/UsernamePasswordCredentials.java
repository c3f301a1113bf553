package com.cloudbees.plugins.credentials.common;

/** A user and a password. */
public interface UsernamePasswordCredentials extends UsernameCredentials, PasswordCredentials {}
