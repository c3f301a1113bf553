package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.time.Duration;

/** One thing that must be so. */
public sealed interface Check extends Serializable permits HttpCheck, TcpCheck, TlsCheck, DnsCheck {
    /** What reports call it; distinct within a suite. */
    String name();

    /** How long one attempt may take. */
    Duration requestTimeout();

    /** The host that is contacted, for the policy on hosts. */
    String host();

    /** The port that is contacted. */
    int port();
}
