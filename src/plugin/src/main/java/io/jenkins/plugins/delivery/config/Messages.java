package io.jenkins.plugins.delivery.config;

import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

final class Messages {
    private static final ResourceBundleHolder HOLDER = ResourceBundleHolder.get(Messages.class);

    private Messages() {}

    static String DeliveryConfiguration_title() {
        return HOLDER.format("DeliveryConfiguration.title");
    }

    static String ClusterSettings_title() {
        return HOLDER.format("ClusterSettings.title");
    }

    static String EnvironmentSettings_title() {
        return HOLDER.format("EnvironmentSettings.title");
    }

    static String MetricProviderSettings_title() {
        return HOLDER.format("MetricProviderSettings.title");
    }

    static String Approver_title() {
        return HOLDER.format("Approver.title");
    }

    static Localizable _DeliveryPermissions_group() {
        return new Localizable(HOLDER, "DeliveryPermissions.group");
    }

    static Localizable _DeliveryPermissions_view() {
        return new Localizable(HOLDER, "DeliveryPermissions.view");
    }

    static Localizable _DeliveryPermissions_approve() {
        return new Localizable(HOLDER, "DeliveryPermissions.approve");
    }

    static Localizable _DeliveryPermissions_operate() {
        return new Localizable(HOLDER, "DeliveryPermissions.operate");
    }

    static Localizable _DeliveryPermissions_override() {
        return new Localizable(HOLDER, "DeliveryPermissions.override");
    }
}
