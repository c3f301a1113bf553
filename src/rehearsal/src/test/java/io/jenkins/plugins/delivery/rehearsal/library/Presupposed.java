package io.jenkins.plugins.delivery.rehearsal.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the text around a piece of a Jenkinsfile presupposes: values that it takes from before, and what has happened by then. */
final class Presupposed {
    private static final String REFERENCE = "\"registry.example.com/shop:${VERSION}\".toString()";
    private static final String PLAN =
            "def plan = deliveryPlan image: 'registry.example.com/shop', stages: [checkout: 'USUAL', lint: 'USUAL', test: 'USUAL', scan: 'REPLACED', build: 'REPLACED', publish: 'REPLACED',"
                    + " provision: 'OFF', migrate: 'OFF', staging: 'OFF', smoke: 'OFF', approval: 'OFF', production: 'OFF', verify: 'OFF',"
                    + " releaseNotes: 'OFF']";

    /** By what a piece holds, in this order. */
    private static final Map<String, String> BEFORE = new LinkedHashMap<>();

    static {
        BEFORE.put(
                "imageSbom\\(image: image|deliveryPromotion",
                "def image = buildImage(image: 'registry.example.com/shop', version: \"${VERSION}-${env.BUILD_NUMBER}\")");
        BEFORE.put(
                "(?s)^(?!.*(def image|deliveryPromotion)).*image\\.(reference|version)",
                "def image = [reference: " + REFERENCE + ", version: VERSION]");
        BEFORE.put(
                "(?s)^(?!.*(def image|imageSbom\\(|image\\.(reference|version))).*image: image\\b",
                "def image = " + REFERENCE);
        BEFORE.put("url: database", "def database = 'jdbc:postgresql://db.example.com/shop'");
        BEFORE.put("scratchServer", "def scratchServer = 'jdbc:postgresql://scratch.example.com/shop'");
        BEFORE.put(
                "(?s)^(?!.*def backup).*backup: backup",
                "def backup = backupDatabase(url: 'jdbc:postgresql://db.example.com/shop')");
        BEFORE.put("\\$\\{version}", "def version = VERSION");
        BEFORE.put("settings\\.strategy", "def settings = [strategy: 'canary']");
        BEFORE.put("(?s)^(?!.*def plan).*plan\\.stages", PLAN);
        BEFORE.put("settings = checkedSettings", "Map given = [app: 'shop']");
        BEFORE.put("infrastructureTool\\(\\)", "sh 'cp network/main.tf .'");
        BEFORE.put("smokeTest file: '[^']*', environment", deployed("staging", "1.4.9"));
        BEFORE.put(
                "deliveryPromotion",
                "rollingDeploy(environment: 'staging', app: 'shop', manifests: 'deploy/manifests/*.yaml', image: image.reference) { }");
        BEFORE.put(
                "releaseNotes\\(|incidentReport\\(|deliveryNotes|verifyRelease",
                deployed("production", "1.4.8") + deployed("production", "1.4.9"));
        BEFORE.put(
                "blueGreenDeploy",
                "sh 'sed -i -e \"s/shop/till/\" -e \"s#example.com/till#example.com/shop#\" deploy/shop.yaml'\n"
                        + "blueGreenDeploy(environment: 'production', app: 'till', manifests: 'deploy/shop.yaml',"
                        + " image: 'registry.example.com/shop:1.4.2') { }");
        BEFORE.put("rollbackDeploy", deployed("production", "1.4.2") + deployed("production", "1.4.8"));
    }

    private Presupposed() {}

    private static String deployed(String environment, String version) {
        return "rollingDeploy(environment: '" + environment
                + "', app: 'shop', manifests: 'deploy/manifests/*.yaml', version: '" + version
                + "', image: 'registry.example.com/shop:" + version + "') { }\n";
    }

    /** Groovy that comes before a piece. */
    static String by(String code) {
        StringBuilder before = new StringBuilder();
        BEFORE.forEach((pattern, groovy) -> {
            if (Pattern.compile(pattern).matcher(code).find()) {
                before.append(groovy).append('\n');
            }
        });
        return before.toString();
    }
}
