package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.approval.calendar.OpeningHours;
import io.jenkins.plugins.delivery.engine.pipeline.Variables;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** What the fields of the settings have in common. Nothing here reaches over the network. */
final class Checks {
    /** As RFC 1123 has the labels of hosts. */
    private static final Pattern KUBERNETES_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern NAMESPACES = Pattern.compile("[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@<>\\s]+@[^@<>\\s]+");

    private Checks() {}

    /** Whether who asks may see and change the settings at all. */
    static boolean administrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    static FormValidation name(String value) {
        String problem = Named.problemWith(Util.fixNull(value).strip());
        return problem == null ? FormValidation.ok() : FormValidation.error(problem);
    }

    static FormValidation optionalUrl(String value) {
        return Util.fixEmptyAndTrim(value) == null ? FormValidation.ok() : url(value);
    }

    static FormValidation url(String value) {
        try {
            URI uri = new URI(Util.fixNull(value).strip());
            if (uri.getUserInfo() != null) {
                return FormValidation.error("A user name or password does not belong into a URL. Use a credential.");
            }
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null
                    ? FormValidation.ok()
                    : FormValidation.error("Expected a URL such as https://kubernetes.example.com:6443.");
        } catch (URISyntaxException e) {
            return FormValidation.error("This is not a URL: " + e.getReason() + ".");
        }
    }

    static FormValidation certificates(String pem) {
        if (Util.fixEmptyAndTrim(pem) == null) {
            return FormValidation.ok();
        }
        try {
            int count = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)))
                    .size();
            return count == 0 ? FormValidation.error("There is no certificate in this text.") : FormValidation.ok();
        } catch (CertificateException e) {
            return FormValidation.error("This is not a certificate in PEM format (-----BEGIN CERTIFICATE-----).");
        }
    }

    static FormValidation regularExpression(String value) {
        try {
            Pattern.compile(Util.fixNull(value));
            return FormValidation.ok();
        } catch (PatternSyntaxException e) {
            return FormValidation.error("This is not a regular expression: " + e.getDescription() + ".");
        }
    }

    static FormValidation window(String value) {
        return Util.fixEmptyAndTrim(value) == null
                ? FormValidation.ok()
                : unlessRefused(() -> OpeningHours.parse(value));
    }

    static FormValidation variables(String argument, String value) {
        return unlessRefused(() -> Variables.parse(argument, value));
    }

    static FormValidation routerAddress(String value) {
        return unlessRefused(() -> TrafficRouters.checkAddresses(Util.fixNull(value)));
    }

    /** Says what is wrong when the settings themselves would. */
    static FormValidation unlessRefused(Runnable use) {
        try {
            use.run();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** What Kubernetes names; empty for none. */
    static FormValidation kubernetesName(String value) {
        return eachWord(value, KUBERNETES_NAME, Messages::Checks_noKubernetesName);
    }

    /** Names of namespaces in which {@code *} stands for any characters. */
    static FormValidation namespaces(String value) {
        return eachWord(value, NAMESPACES, Messages::Checks_noNamespace);
    }

    static FormValidation mailAddresses(String value) {
        return eachWord(value, MAIL_ADDRESS, Messages::Checks_noMailAddress);
    }

    /** Whether there is something, where it is needed. */
    static FormValidation given(boolean needed, String value) {
        return needed && Util.fixEmptyAndTrim(value) == null
                ? FormValidation.error(Messages.Checks_needed())
                : FormValidation.ok();
    }

    private static FormValidation eachWord(String value, Pattern allowed, Function<Object, String> complaint) {
        return Words.of(List.of(Util.fixNull(value))).stream()
                .filter(word -> !allowed.matcher(word).matches())
                .findFirst()
                .map(word -> FormValidation.error(complaint.apply(word)))
                .orElseGet(FormValidation::ok);
    }

    /**
     * The constant of this name, or null for none. A button sends what the form holds, of which Stapler would make a page of an
     * error before anybody's permission is looked at.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    @CheckForNull
    static <E extends Enum<E>> E constant(String field, Class<E> type, @CheckForNull String name) {
        String wanted = Util.fixEmptyAndTrim(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        if (wanted != null) {
            throw new IllegalArgumentException(field + ": " + wanted + " is none of "
                    + Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + ".");
        }
        return null;
    }

    static <E extends Enum<E>> ListBoxModel constants(Class<E> type) {
        ListBoxModel model = new ListBoxModel();
        for (E constant : type.getEnumConstants()) {
            model.add(constant.name());
        }
        return model;
    }
}
