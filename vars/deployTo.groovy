/** Deploys to one environment by a strategy: 'rolling', 'canary', 'blue-green', or 'compose' on a development machine. The block checks the new version. */
def call(Map given = [:], Closure check = null) {
    Map settings = checkedSettings('deployTo', given,
        [environment: null, app: null, manifests: 'deploy/*.yaml', image: null, strategy: 'rolling', options: [:]])
    for (name in ['environment', 'app', 'image']) {
        if (!settings[name]) {
            error "deployTo: say the ${name}"
        }
    }
    if (settings.strategy.toString() == 'compose') {
        return composeUp([app: settings.app.toString(), image: settings.image.toString()] + settings.options, check)
    }
    Map arguments = [environment: settings.environment.toString(), app: settings.app.toString(),
                     manifests: settings.manifests.toString(), image: settings.image.toString()] + settings.options
    Closure body = check ?: {}
    switch (settings.strategy.toString()) {
        case 'rolling': return rollingDeploy(arguments, body)
        case 'canary': return canaryPromote(arguments, body)
        case 'blue-green': return blueGreenDeploy(arguments, body)
        default: error "deployTo: there is no strategy '${settings.strategy}' (known are blue-green, canary, compose, rolling)"
    }
}
