package io.jenkins.plugins.delivery.reports;

import org.jvnet.localizer.ResourceBundleHolder;

final class Messages {
    private static final ResourceBundleHolder HOLDER = ResourceBundleHolder.get(Messages.class);

    private Messages() {}

    static String ReportVerdict_running() {
        return HOLDER.format("ReportVerdict.running");
    }

    static String ReportVerdict_waiting() {
        return HOLDER.format("ReportVerdict.waiting");
    }

    static String ReportVerdict_passed() {
        return HOLDER.format("ReportVerdict.passed");
    }

    static String ReportVerdict_warned() {
        return HOLDER.format("ReportVerdict.warned");
    }

    static String ReportVerdict_failed() {
        return HOLDER.format("ReportVerdict.failed");
    }

    static String DeliveryTab_title() {
        return HOLDER.format("DeliveryTab.title");
    }
}
