package io.jenkins.plugins.delivery.steps.rollout;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rollouts that steps drive now, by the id of their report: what people decide finds its way from here. */
@Extension
public final class RolloutsUnderWay {
    private final Map<String, Driver> drivers = new ConcurrentHashMap<>();

    /** Who drives one rollout. */
    interface Driver {
        /** Why something cannot be decided now; empty when it can. */
        Optional<String> refusal(RolloutDecision.Kind kind);

        /** Looks at once for what was decided. */
        void decided();
    }

    static RolloutsUnderWay get() {
        return ExtensionList.lookupSingleton(RolloutsUnderWay.class);
    }

    void began(String id, Driver driver) {
        drivers.put(id, driver);
    }

    void ended(String id) {
        drivers.remove(id);
    }

    Optional<Driver> driver(String id) {
        return Optional.ofNullable(drivers.get(id));
    }
}
