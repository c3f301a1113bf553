/** Runs the tests of the detected build tool, and publishes their results whether they pass or not. */
def call(Map given = [:]) {
    Map settings = checkedSettings('runTests', given,
        [command: null, tool: null, results: null, coverage: 'target/site/jacoco/jacoco.xml', minCoverage: null])
    String tool = settings.command && settings.results ? null : settings.tool ?: buildTool()
    Map goals = [maven: 'verify', gradle: 'check', npm: 'test']
    Map reports = [maven: '**/target/surefire-reports/*.xml', gradle: '**/build/test-results/**/*.xml', npm: '**/junit*.xml']
    try {
        sh((settings.command ?: "${buildTool.command(tool)} ${goals[tool]}").toString())
    } finally {
        junit testResults: (settings.results ?: reports[tool]).toString(), allowEmptyResults: false
    }
    if (settings.minCoverage != null) {
        checkCoverage(settings.coverage.toString(), settings.minCoverage as BigDecimal)
    }
}

private void checkCoverage(String file, BigDecimal wanted) {
    if (!fileExists(file)) {
        error "runTests: minCoverage needs a JaCoCo report, and there is none at '${file}'"
    }
    BigDecimal covered = lineCoverage(readFile(file))
    if (covered < 0) {
        error "runTests: '${file}' says nothing of lines; it is no JaCoCo report in XML"
    }
    echo "Line coverage: ${covered} %"
    if (covered < wanted) {
        error "runTests: ${covered} % of the lines are covered by tests, ${wanted} % are wanted"
    }
}

/** In per cent with one digit, rounded down. JaCoCo ends its report with the counters of the whole; -1 if there is none. */
@NonCPS
private BigDecimal lineCoverage(String xml) {
    def counters = xml =~ /<counter type="LINE" missed="(\d+)" covered="(\d+)"\/>/
    BigDecimal covered = -1
    while (counters.find()) {
        long missed = counters.group(1).toLong()
        long hit = counters.group(2).toLong()
        covered = missed + hit == 0 ? 100 : (1000 * hit).intdiv(missed + hit) / 10
    }
    return covered
}
