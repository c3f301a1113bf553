package io.jenkins.plugins.delivery.acceptance;

/** The manifests of the application that is deployed, and Jenkinsfiles that do it. */
public final class TinyApp {
    private static final String MANIFESTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %1$s}
            spec:
              replicas: 2
              selector: {matchLabels: {app: %1$s}}
              template:
                metadata: {labels: {app: %1$s}}
                spec:
                  containers:
                  - name: %1$s
                    image: replaced
                    ports: [{name: http, containerPort: 8080}]
                    readinessProbe: {httpGet: {path: /healthz, port: http}, periodSeconds: 2}
                    lifecycle: {preStop: {sleep: {seconds: 1}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: %1$s}
            spec:
              selector: {app: %1$s}
              ports: [{port: 80, targetPort: http}]
            """;

    /** Asks the version that is being deployed, wherever the step has put it, whether it answers. */
    static final String SMOKE =
            " smokeTest url: env.DELIVERY_CANARY_URL ?: env.DELIVERY_PREVIEW_URL ?: env.DELIVERY_URL, checks: [[path: '/']] ";

    private TinyApp() {}

    /** Its Deployment and Service. */
    public static String manifests(String app) {
        return MANIFESTS.formatted(app);
    }

    /** A pipeline of one deployment; {@code more} are further arguments of the step, each after a comma. */
    public static String deploys(String step, String app, String image, String version, String more, String body) {
        return "node {\n  writeFile file: 'deploy/app.yaml', text: '''" + MANIFESTS.formatted(app) + "'''\n  " + step
                + "(environment: 'production', app: '" + app + "', manifests: 'deploy/*.yaml', image: '" + image
                + "', version: '" + version + "'" + more + ") {" + body + "}\n}\n";
    }
}
