/** Deploys to one environment by a strategy: 'rolling', 'canary', 'blue-green', or 'compose' on a development machine. The block checks the new version. */
def call(Map given = [:], Closure check = null) {
    Map settings = checkedSettings('deployTo', given,
        [environment: null, app: null, manifests: null, kustomize: null, chart: null, image: null, strategy: null, options: [:],
         promotedFrom: null],
        [required: ['environment', 'app', 'image'], apart: [['manifests', 'kustomize', 'chart']]])
    String strategy = deliveryStrategy(environment: settings.environment.toString(), said: settings.strategy?.toString())
    if (settings.promotedFrom) {
        deliveryPromotion app: settings.app.toString(), image: settings.image.toString(), from: settings.promotedFrom.toString(),
            to: settings.environment.toString()
    }
    if (strategy == 'compose') {
        return composeUp([app: settings.app.toString(), image: settings.image.toString()] + settings.options, check)
    }
    Map arguments = [environment: settings.environment.toString(), app: settings.app.toString(), image: settings.image.toString()] +
        source(settings) + settings.options
    Closure body = check ?: {}
    switch (strategy) {
        case 'canary': return canaryPromote(arguments, body)
        case 'blue-green': return blueGreenDeploy(arguments, body)
        default: return rollingDeploy(arguments, body)
    }
}

/** Where the manifests come from. */
private Map source(Map settings) {
    for (name in ['kustomize', 'chart', 'manifests']) {
        if (settings[name]) {
            return [(name): settings[name].toString()]
        }
    }
    return [manifests: 'deploy/manifests/*.yaml']
}
