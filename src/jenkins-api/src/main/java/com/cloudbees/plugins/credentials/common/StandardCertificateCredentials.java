package com.cloudbees.plugins.credentials.common;

/** A key and certificates with an id. */
public interface StandardCertificateCredentials extends StandardCredentials, CertificateCredentials {}
