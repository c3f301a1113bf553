/**
 * Checks what was released from outside, until it has stayed well for a while. Where it does not, the version before is
 * brought back, and the build fails. A mistake in what it is given says nothing of the release, and takes nothing back.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('verifyRelease', given,
        [environment: 'production', app: null, file: null, checks: null, url: null, stableFor: '30s', timeout: null, rollback: true, dryRun: false],
        [required: ['app'], apart: [['file', 'checks']]])
    String environment = settings.environment.toString()
    Map arguments = [name: environment.capitalize(), environment: environment, stableFor: settings.stableFor.toString()]
    for (name in ['file', 'checks', 'url', 'timeout']) {
        if (settings[name] != null) {
            arguments[name] = settings[name]
        }
    }
    if (!settings.checks && !settings.file) {
        arguments.file = 'deploy/smoke.yaml'
    }
    if (!(settings.rollback instanceof Boolean)) {
        error "verifyRelease: rollback is true or false, not '${settings.rollback}'"
    }
    Map foreseen = smokeTest([dryRun: true] + arguments)
    if (settings.dryRun) {
        return foreseen
    }
    try {
        return smokeTest(arguments)
    } catch (hudson.AbortException e) {
        if (!settings.rollback) {
            error "verifyRelease: ${e.message}. The new version still serves in ${environment}."
        }
        takeBack(environment, settings.app.toString(), e.message)
    }
}

private void takeBack(String environment, String app, String why) {
    echo "verifyRelease: ${why}. The version before is brought back."
    try {
        rollbackDeploy environment: environment, app: app, to: 'previous'
    } catch (hudson.AbortException e) {
        error "verifyRelease: ${why}. ${environment} could not be rolled back, and still has the new version: ${e.message}"
    }
    error "verifyRelease: ${why}. ${environment} was rolled back to the version before."
}
