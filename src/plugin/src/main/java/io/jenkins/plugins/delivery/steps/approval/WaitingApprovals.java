package io.jenkins.plugins.delivery.steps.approval;

import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What waits for somebody to approve it, as far as who asks may see it. */
public final class WaitingApprovals {
    private WaitingApprovals() {}

    static List<ApprovalAction> visible() {
        return OpenApprovals.get().all().stream()
                .filter(action -> action.getRun().hasPermission(DeliveryPermissions.VIEW))
                .toList();
    }

    /** Those that are about an environment, by its name. */
    public static Map<String, List<Map<String, Object>>> byEnvironment() {
        return visible().stream()
                .filter(action -> action.approval().request().environment() != null)
                .collect(Collectors.groupingBy(
                        action -> action.approval().request().environment(),
                        Collectors.mapping(WaitingApprovals::model, Collectors.toList())));
    }

    private static Map<String, Object> model(ApprovalAction action) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("build", action.getRun().getFullDisplayName());
        model.put("url", action.getRun().getUrl() + action.getUrlName() + "/");
        model.put("mine", new ApprovalReader(action).isAsked());
        model.put("headline", action.view().headline());
        model.put("deadline", action.approval().request().deadline().toString());
        return model;
    }
}
