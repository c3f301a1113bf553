package io.jenkins.plugins.delivery.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.delivery.engine.approval.calendar.Freeze;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A time in which nothing takes effect, for a reason: as settings write it. */
public class FreezeSettings extends AbstractDescribableImpl<FreezeSettings> {
    private final String reason;
    private final String from;
    private final String to;
    private final String zone;
    private ArrayList<String> environments = new ArrayList<>();

    /**
     * @param reason why, for people
     * @param from date and time of the clocks in the zone, as in {@code 2026-12-18T18:00}
     * @param to as {@code from}; that moment is outside
     * @param zone as IANA names it, as in {@code Europe/Berlin}
     */
    @DataBoundConstructor
    public FreezeSettings(String reason, String from, String to, String zone) {
        this.reason = Util.fixNull(reason).strip();
        this.from = Util.fixNull(from).strip();
        this.to = Util.fixNull(to).strip();
        this.zone = Util.fixNull(zone).strip();
    }

    public String getReason() {
        return reason;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    public String getZone() {
        return zone;
    }

    /** Names of the environments that are frozen; empty means all. */
    public List<String> getEnvironments() {
        return List.copyOf(environments);
    }

    @DataBoundSetter
    public void setEnvironments(List<String> environments) {
        this.environments = Words.of(environments);
    }

    /** For the form. */
    public String getEnvironmentsText() {
        return Words.text(environments);
    }

    boolean concerns(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }

    /**
     * @throws ArgumentException if it is not a time with a reason
     */
    public Freeze toFreeze() {
        return new Freeze(reason, moment("from", from), moment("to", to), zone(zone));
    }

    private static LocalDateTime moment(String field, String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new ArgumentException(
                    "freeze", field + " is '" + text + "', which is no date and time as in 2026-12-18T18:00");
        }
    }

    private static ZoneId zone(String name) {
        return ZoneId.of(Choices.pick(
                "freeze",
                "time zone",
                name,
                ZoneId.getAvailableZoneIds().contains(name)
                        ? List.of(name)
                        : List.of("UTC", "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo")));
    }

    @Extension
    @Symbol("freeze")
    public static class DescriptorImpl extends Descriptor<FreezeSettings> {
        @Override
        public String getDisplayName() {
            return Messages.FreezeSettings_title();
        }

        @POST
        public FormValidation doCheckReason(@QueryParameter String value) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error("Say why nothing may be deployed.")
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckEnvironments(@QueryParameter String value) {
            return Checks.administrator() ? References.checkEnvironments(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckFrom(@QueryParameter String value) {
            return Checks.administrator() ? Checks.unlessRefused(() -> moment("from", value)) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckZone(@QueryParameter String value) {
            return Checks.administrator() ? Checks.unlessRefused(() -> zone(value)) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckTo(
                @QueryParameter String value, @QueryParameter String from, @QueryParameter String zone) {
            return Checks.administrator()
                    ? Checks.unlessRefused(() -> new FreezeSettings("checked", from, value, zone).toFreeze())
                    : FormValidation.ok();
        }
    }
}
