package io.jenkins.plugins.delivery.config;

import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.approval.calendar.OpeningHours;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.Variables;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jenkins.model.Jenkins;

/** What the fields of the settings have in common. Nothing here reaches over the network. */
final class Checks {
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
        try {
            if (Util.fixEmptyAndTrim(value) != null) {
                OpeningHours.parse(value);
            }
            return FormValidation.ok();
        } catch (ArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    static FormValidation variables(String argument, String value) {
        try {
            Variables.parse(argument, value);
            return FormValidation.ok();
        } catch (ArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    static FormValidation routerAddress(String value) {
        try {
            TrafficRouters.checkAddresses(Util.fixNull(value));
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    static <E extends Enum<E>> ListBoxModel constants(Class<E> type) {
        ListBoxModel model = new ListBoxModel();
        for (E constant : type.getEnumConstants()) {
            model.add(constant.name());
        }
        return model;
    }
}
