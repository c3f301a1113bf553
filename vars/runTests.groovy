/** Runs tests, publishes their results whether they pass or not, and holds the coverage to what is demanded. */
def call(Map given = [:]) {
    Map settings = checkedSettings('runTests', given,
        [command: null, tool: null, suite: 'all', results: null, coverage: null, minCoverage: null, minBranchCoverage: null],
        [apart: [['command', 'tool']]])
    Map workspace = settings.command && settings.results ? [coverage: []] : deliveryWorkspace(tool: settings.tool, suite: settings.suite.toString())
    String results = settings.results ? settings.results.toString() : workspace.results
    boolean passed = false
    try {
        sh label: 'Test', script: settings.command ? settings.command.toString() : workspace.test
        passed = true
    } finally {
        junit testResults: results, allowEmptyResults: !passed
    }
    return publishCoverage(settings, workspace.coverage)
}

/** A report that is demanded has to be there; one that is there is shown. */
private def publishCoverage(Map settings, List usual) {
    List gates = []
    if (settings.minCoverage != null) {
        gates << [figure: 'lines', min: settings.minCoverage]
    }
    if (settings.minBranchCoverage != null) {
        gates << [figure: 'branches', min: settings.minBranchCoverage]
    }
    for (file in (settings.coverage ? [settings.coverage.toString()] : usual)) {
        if (fileExists(file)) {
            return deliveryReport(kind: 'coverage', file: file, name: settings.suite == 'all' ? '' : settings.suite.toString(), gates: gates)
        }
    }
    if (!gates.isEmpty() || settings.coverage) {
        error "runTests: there is no report of the coverage at ${settings.coverage ?: usual.join(', ')}; say where it is with coverage: '…'"
    }
    return null
}
