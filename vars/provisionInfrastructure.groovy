/**
 * Brings infrastructure to what the code says: plan, report, gate, approval, and apply of exactly the plan that was reviewed. Called
 * outside of a node, it holds no executor while people decide.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('provisionInfrastructure', given, infrastructureTool.settings() +
        [apply: true, destroy: false, approval: false, allowDestroy: [], dataStores: [], gates: null])
    settings.owner = 'provisionInfrastructure'
    check(settings)
    return env.NODE_NAME ? here(settings) : elsewhere(settings)
}

private void check(Map settings) {
    if (settings.destroy && !settings.approval) {
        error "provisionInfrastructure: destroying everything needs an approval: approval: [environment: 'production']"
    }
    if (settings.approval && !(settings.approval instanceof Map) && !settings.environment) {
        error 'provisionInfrastructure: say the environment whose approvers decide'
    }
    if (!settings.name) {
        settings.name = settings.workspace ?: settings.stack ?: settings.resourceGroup ?: (settings.directory == '.' ? '' : settings.directory)
    }
    settings.name = settings.name.toString()
}

private Map here(Map settings) {
    Map planned = null
    infrastructureTool.inFolder(settings) {
        try {
            planned = plan(settings)
            if (wanted(settings, planned)) {
                approve(settings, planned)
                apply(settings, planned)
            }
        } finally {
            infrastructureTool.clean()
        }
    }
    return planned
}

private Map elsewhere(Map settings) {
    Map planned = null
    String kept = "infrastructure-${UUID.randomUUID()}"
    node(settings.agent) {
        checkedOut(settings)
        infrastructureTool.inFolder(settings) {
            try {
                planned = plan(settings)
                if (wanted(settings, planned)) {
                    stash name: kept, includes: '**', excludes: '**/.terraform/**, .delivery/*.log'
                }
            } finally {
                infrastructureTool.clean()
            }
        }
    }
    if (!wanted(settings, planned)) {
        return planned
    }
    approve(settings, planned)
    node(settings.agent) {
        infrastructureTool.inFolder(settings) {
            try {
                unstash kept
                settings.unpacked = true
                apply(settings, planned)
            } finally {
                infrastructureTool.clean()
            }
        }
    }
    return planned
}

private void checkedOut(Map settings) {
    if (settings.checkout instanceof Closure) {
        settings.checkout()
    } else if (settings.checkout) {
        checkout scm
    }
}

private Map plan(Map settings) {
    settings.tool = settings.tool ?: infrastructureTool()
    def adapter = infrastructureTool.adapter(settings.tool.toString())
    adapter.plan(settings)
    Map kinds = adapter.kinds()
    Map report = [kind: kinds.plan, file: kinds.report, artifact: kinds.reviewed, name: settings.name,
                  settings: [allowDestroy: settings.allowDestroy, dataStores: settings.dataStores]]
    if (settings.gates != null) {
        report.gates = settings.gates + [[figure: 'dataStoresDestroyed', max: 0]]
    }
    return deliveryReport(report) + [applied: false]
}

private boolean wanted(Map settings, Map planned) {
    return settings.apply && planned.figures.changes > 0
}

private void approve(Map settings, Map planned) {
    if (!settings.approval) {
        return
    }
    String what = settings.destroy ? 'Destroy' : 'Apply'
    String message = "${what} infrastructure${settings.name ? ' ' + settings.name : ''}: ${planned.summary}? Plan ${planned.artifactDigest.take(12)}"
    Map more = settings.approval instanceof Map ? settings.approval : [:]
    Map gate = [message: message] + more
    if (settings.environment && !gate.environment) {
        gate.environment = settings.environment.toString()
    }
    approvalGate(gate)
}

private void apply(Map settings, Map planned) {
    infrastructureTool.adapter(settings.tool.toString()).apply(settings, planned)
    planned.applied = true
}
