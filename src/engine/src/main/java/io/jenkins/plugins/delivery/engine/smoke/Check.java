package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One thing that must be so. */
public sealed interface Check extends Serializable permits HttpCheck, TcpCheck, TlsCheck, DnsCheck, GrpcCheck {
    /** What reports call it; distinct within a suite. */
    String name();

    /** How long one request may take. */
    Duration requestTimeout();

    /** The host that is contacted, for the policy on hosts. */
    String host();

    /** The port that is contacted. */
    int port();

    /** What is contacted, in words for a report; without credentials and values of variables. */
    String target();

    /** What an attempt waits for, in words. */
    String awaited();

    /** Names of the variables that have to have a value before it can be tried. */
    default Set<String> uses() {
        return Set.of();
    }

    /** What it takes from an answer for later checks. */
    default List<Extract> extracts() {
        return List.of();
    }

    /** Credentials that it needs, or null. */
    @CheckForNull
    default String credentialsId() {
        return null;
    }
}
