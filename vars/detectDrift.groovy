/** Looks whether infrastructure is still what the code says, and applies nothing. For a job that runs on a schedule. */
def call(Map given = [:]) {
    Map settings = checkedSettings('detectDrift', given, infrastructureTool.settings() + [result: 'UNSTABLE', ignore: [], gates: null])
    settings.owner = 'detectDrift'
    settings.name = (settings.name ?: settings.workspace ?: settings.stack ?: settings.resourceGroup ?:
        (settings.directory == '.' ? '' : settings.directory)).toString()
    if (!(settings.result.toString() in ['UNSTABLE', 'FAILURE', 'SUCCESS'])) {
        error "detectDrift: result '${settings.result}' is none of UNSTABLE, FAILURE and SUCCESS"
    }
    if (env.NODE_NAME) {
        return look(settings)
    }
    Map found = null
    node(settings.agent) {
        if (settings.checkout instanceof Closure) {
            settings.checkout()
        } else if (settings.checkout) {
            checkout scm
        }
        found = look(settings)
    }
    return found
}

private Map look(Map settings) {
    Map found = null
    infrastructureTool.inFolder(settings) {
        try {
            settings.tool = settings.tool ?: infrastructureTool()
            def adapter = infrastructureTool.adapter(settings.tool.toString())
            adapter.drift(settings)
            found = deliveryReport(kind: adapter.kinds().drift, file: adapter.kinds().report, name: settings.name,
                settings: [ignore: settings.ignore], gates: gates(settings))
        } finally {
            infrastructureTool.clean()
        }
    }
    return found
}

private List gates(Map settings) {
    if (settings.gates != null) {
        return settings.gates
    }
    return settings.result.toString() == 'SUCCESS' ? [] : [[figure: 'drifted', max: 0, result: settings.result.toString()]]
}
