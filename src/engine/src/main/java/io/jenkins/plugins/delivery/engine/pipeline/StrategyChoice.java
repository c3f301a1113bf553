package io.jenkins.plugins.delivery.engine.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a release takes over, by what its manifests hold.
 *
 * @param strategy {@code canary}, {@code blue-green}, {@code rolling} or {@code compose}
 * @param router what splits the traffic of a canary; null where the number of pods does
 * @param why in a sentence
 */
public record StrategyChoice(String strategy, @CheckForNull String router, String why) {
    /** As it stands in a file: what is left of templates does not hinder. */
    private static final Pattern KIND = Pattern.compile("(?m)^kind:\\s*[\"']?([A-Za-z]+)");

    private static final Pattern INGRESS = Pattern.compile("(?m)^kind:\\s*[\"']?Ingress\\b");
    private static final Pattern CLASS =
            Pattern.compile("(?m)^\\s*(?:ingressClassName|kubernetes\\.io/ingress\\.class):\\s*[\"']?([A-Za-z0-9-]+)");

    /** What rollouts call the two sets of pods that a Service is switched between. */
    private static final Pattern COLOUR = Pattern.compile("(?m)^\\s*[\"']?delivery\\.jenkins\\.io/color[\"']?:");

    private static final Map<String, String> ROUTERS = Map.of(
            "HTTPRoute", "gateway-api",
            "VirtualService", "istio",
            "TraefikService", "traefik",
            "IngressRoute", "traefik");

    /** What an environment says instead; a router that was found goes along with a canary. */
    public StrategyChoice instead(String word, String because) {
        return new StrategyChoice(word, word.equals("canary") ? router : null, because);
    }

    /**
     * @param manifests their texts
     * @param compose whether there is a file of Docker Compose
     */
    public static StrategyChoice of(List<String> manifests, boolean compose) {
        String all = String.join("\n", manifests);
        boolean service = false;
        Matcher kind = KIND.matcher(all);
        while (kind.find()) {
            String router = ROUTERS.get(kind.group(1));
            if (router != null) {
                return new StrategyChoice("canary", router, "its " + kind.group(1) + " can split traffic");
            }
            service |= kind.group(1).equals("Service");
        }
        String ingress = ingressRouter(all);
        if (ingress != null) {
            return new StrategyChoice("canary", ingress, "its Ingress can split traffic with " + ingress);
        }
        if (service) {
            return COLOUR.matcher(all).find()
                    ? new StrategyChoice("blue-green", null, "its Service selects one of two colours")
                    : new StrategyChoice("canary", null, "its Service reaches as many new pods as there are to be");
        }
        if (manifests.isEmpty() && compose) {
            return new StrategyChoice("compose", null, "there are no manifests, but a file of Docker Compose");
        }
        return new StrategyChoice(
                "rolling",
                null,
                manifests.isEmpty()
                        ? "there are no manifests that could be looked at"
                        : "nobody reaches it over a Service");
    }

    @CheckForNull
    private static String ingressRouter(String all) {
        if (!INGRESS.matcher(all).find()) {
            return null;
        }
        Matcher found = CLASS.matcher(all);
        String name = found.find() ? found.group(1) : "";
        return name.contains("alb") ? "alb" : name.contains("nginx") ? "nginx" : null;
    }
}
