/** Runs the linters of the detected build tool; a finding is what their exit code says. */
def call(Map given = [:]) {
    Map settings = checkedSettings('lintCode', given, [command: null, tool: null], [apart: [['command', 'tool']]])
    String command = settings.command ? settings.command.toString() : deliveryWorkspace(tool: settings.tool).lint
    sh label: 'Lint', script: command
}
