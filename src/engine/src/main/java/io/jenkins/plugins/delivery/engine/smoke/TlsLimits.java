package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What must hold of a TLS connection besides that it is trusted.
 *
 * @param minDaysValid how many more days the certificate must be valid, 0 or more
 * @param minProtocol {@code TLSv1.2} or {@code TLSv1.3}, or null for whatever both sides agree on
 */
record TlsLimits(int minDaysValid, @CheckForNull String minProtocol) implements Serializable {
    private static final long serialVersionUID = 1L;
    static final TlsLimits NONE = new TlsLimits(0, null);

    /** What does not hold, or nothing. */
    Optional<Mismatch> check(String protocol, X509Certificate certificate, Instant now) {
        if (minProtocol != null && protocol.compareTo(minProtocol) < 0) {
            return Optional.of(new Mismatch("protocol " + minProtocol + " or newer", protocol));
        }
        Instant end = certificate.getNotAfter().toInstant();
        long days = ChronoUnit.DAYS.between(now, end);
        if (days >= minDaysValid) {
            return Optional.empty();
        }
        return Optional.of(new Mismatch(
                "a certificate that is valid for " + minDaysValid + " more days", days + " days, until " + end));
    }
}
