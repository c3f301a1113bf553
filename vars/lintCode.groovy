/** Runs the linters of the detected build tool; a finding is what their exit code says. */
def call(Map given = [:]) {
    Map settings = checkedSettings('lintCode', given, [command: null, tool: null])
    if (settings.command) {
        sh settings.command.toString()
        return
    }
    String tool = settings.tool ?: buildTool()
    Map goals = [maven: 'checkstyle:check', gradle: 'check -x test', npm: 'run lint']
    sh "${buildTool.command(tool)} ${goals[tool]}"
}
