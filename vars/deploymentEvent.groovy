/** Tells a monitoring system of a deployment, so that its charts show it. What cannot be told is said in the log, and never fails a build. */
def call(Map given = [:]) {
    Map settings = checkedSettings('deploymentEvent', given,
        [to: null, url: null, credentialsId: null, app: null, version: null, environment: 'production', outcome: 'deployed', organization: null,
         project: null, application: null])
    for (name in ['to', 'app', 'version']) {
        if (!settings[name]) {
            error "deploymentEvent: say the ${name}"
        }
    }
    Map values = [app: settings.app, version: settings.version, environment: settings.environment, outcome: settings.outcome, url: env.BUILD_URL ?: '']
    if (settings.to == 'opentelemetry') {
        values += [status: values.outcome.toString() == 'deployed' ? 'succeeded' : values.outcome]
        span(values)
        if (!settings.url) {
            return
        }
    }
    List calls = callsOf(settings, values)
    if (settings.to != 'opentelemetry') {
        needed(settings, 'credentialsId')
    }
    try {
        for (one in calls) {
            Map answer = restCall(method: 'POST', url: one.url, credentialsId: settings.credentialsId, header: one.header, type: 'application/json', body: one.body)
            if (!(answer.status ==~ /2\d\d/)) {
                echo "deploymentEvent: ${settings.to} answered ${answer.status == '000' ? 'nothing' : 'with HTTP ' + answer.status}, so it does not show this deployment"
                return
            }
        }
    } catch (Exception e) {
        echo "deploymentEvent: ${settings.to} could not be told: ${e.message}"
    }
}

private List callsOf(Map settings, Map values) {
    switch (settings.to.toString()) {
        case 'grafana':
            return [[url: "${needed(settings, 'url')}/api/annotations", header: 'Authorization: Bearer ',
                     body: fillTemplate(template: 'events/grafana.json', values: values + [millis: millis()])]]
        case 'datadog':
            return [[url: "${settings.url ?: 'https://api.datadoghq.com'}/api/v1/events", header: 'DD-API-KEY: ',
                     body: fillTemplate(template: 'events/datadog.json', values: values)]]
        case 'newrelic':
            return [[url: "${settings.url ?: 'https://api.newrelic.com'}/v2/applications/${needed(settings, 'application')}/deployments.json", header: 'Api-Key: ',
                     body: fillTemplate(template: 'events/newrelic.json', values: values)]]
        case 'sentry':
            String releases = "${settings.url ?: 'https://sentry.io'}/api/0/organizations/${needed(settings, 'organization')}/releases"
            Map release = [app: values.app, version: values.version, url: values.url, project: needed(settings, 'project')]
            return [[url: "${releases}/", header: 'Authorization: Bearer ', body: fillTemplate(template: 'events/sentry-release.json', values: release)],
                    [url: "${releases}/${values.app}%40${values.version}/deploys/", header: 'Authorization: Bearer ',
                     body: fillTemplate(template: 'events/sentry-deploy.json', values: values.subMap(['environment', 'app', 'url']))]]
        case 'opentelemetry':
            return [[url: "${settings.url}/v1/logs", header: 'Authorization: Bearer ',
                     body: fillTemplate(template: 'events/opentelemetry.json', values: values + [millis: millis()] + trace(env.TRACEPARENT ?: ''))]]
        default:
            error "deploymentEvent: there is no target '${settings.to}' (known are datadog, grafana, newrelic, opentelemetry, sentry)"
    }
}

private String needed(Map settings, String name) {
    if (!settings[name]) {
        error "deploymentEvent: ${settings.to} needs the ${name}"
    }
    return settings[name].toString()
}

private long millis() {
    return currentBuild.startTimeInMillis + currentBuild.duration
}

/**
 * The plugin 'opentelemetry' says which span the build is in (https://www.w3.org/TR/trace-context/#traceparent-header); without it the event
 * stands for itself.
 */
@NonCPS
private Map trace(String parent) {
    List parts = parent.tokenize('-')
    boolean known = parts.size() >= 4 && parts[1] ==~ /[0-9a-f]{32}/ && parts[2] ==~ /[0-9a-f]{16}/
    return known ? [traceId: parts[1], spanId: parts[2]] : [traceId: '', spanId: '']
}

/**
 * Attributes on the span of the build, where the plugin 'opentelemetry' has one. Source: OpenTelemetry's semantic conventions for CI/CD and
 * deployments, which have a word of their own for what went well.
 */
private void span(Map values) {
    Map attributes = ['deployment.environment.name': values.environment, 'service.name': values.app, 'service.version': values.version,
                      'deployment.status': values.status]
    try {
        List list = []
        for (name in attributes.keySet()) {
            list << spanAttribute(key: name, value: attributes[name].toString(), target: 'PIPELINE_ROOT_SPAN')
        }
        setSpanAttributes(list)
    } catch (NoSuchMethodError e) {
        echo 'deploymentEvent: the plugin opentelemetry is not installed, so there is no span of the build to write to'
    }
}
