/**
 * Writes the runbooks of an application with its names filled in (deploy, roll back, restart, scale, restore, incident), so that people under
 * pressure have nothing to look up. Returns the paths that were written.
 */
List call(Map given = [:]) {
    Map settings = checkedSettings('runbooks', given,
        [app: null, environment: 'production', namespace: null, job: null, url: null, books: names().keySet().toList(), to: 'runbooks', archive: true],
        [required: ['app']])
    for (book in settings.books) {
        if (!names().containsKey(book.toString())) {
            error "runbooks: there is no runbook '${book}' (known are ${names().keySet().sort().join(', ')})"
        }
    }
    Map values = [app: settings.app.toString(), environment: settings.environment.toString(),
                  namespace: settings.namespace ? settings.namespace.toString() : namespaceOf(settings.environment.toString()),
                  job: (settings.job ?: env.JOB_NAME).toString(), url: (settings.url ?: env.JOB_URL).toString()]
    List written = []
    for (book in settings.books) {
        String file = "${settings.to}/${book}.md"
        fillTemplate(template: "runbooks/${book}.md", values: values.subMap(names()[book.toString()]), file: file)
        written << file
    }
    if (settings.archive) {
        archiveArtifacts artifacts: written.join(', ')
    }
    return written
}

/** What each of them has a place for. */
private Map names() {
    return [deploy: ['app', 'environment', 'job', 'url'], 'roll-back': ['app', 'environment', 'namespace'], restart: ['app', 'namespace'],
            scale: ['app', 'namespace'], restore: ['app', 'namespace'], incident: ['app', 'namespace']]
}

private String namespaceOf(String environment) {
    String namespace = null
    for (variable in deliveryEnvironment(environment: environment).variables) {
        if (variable.startsWith('DELIVERY_NAMESPACE=')) {
            namespace = variable.substring('DELIVERY_NAMESPACE='.length())
        }
    }
    if (!namespace) {
        error "runbooks: the settings of ${environment} name no namespace; say the namespace"
    }
    return namespace
}
