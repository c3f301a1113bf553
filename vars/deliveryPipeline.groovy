/**
 * The whole flow: lint, test, scan, build, publish, migrate, staging, smoke, approval, production, verify, notify.
 *
 * Each stage takes true for what it usually does, false to leave it out, a map of arguments to do it otherwise, or a
 * closure to do something else.
 */
def call(Closure configure) {
    call([:], configure)
}

def call(Map given = [:], Closure configure = null) {
    Map settings = checkedSettings('deliveryPipeline', configured(given, configure), defaults())
    if (!settings.app) {
        error 'deliveryPipeline: say the app'
    }
    try {
        deliver(settings)
    } catch (e) {
        tell(settings, "${settings.app}: ${env.JOB_NAME} #${env.BUILD_NUMBER} did not get through: ${e.message}")
        throw e
    }
}

private Map defaults() {
    return [app: null, version: env.BUILD_NUMBER, image: null, agent: '', checkout: true,
            manifests: 'deploy/*.yaml', smokeFile: 'deploy/smoke.yaml', strategy: 'canary', options: [:],
            lint: true, test: true, scan: true, build: true, publish: true, migrate: false, staging: true, smoke: true,
            approval: true, production: true, verify: true, notify: false]
}

/**
 * A map as delegate answers every name, also those of the build; so it gets these for as long as the block runs. Afterwards
 * the closures that the block gave to stages see the Jenkinsfile again.
 */
private Map configured(Map given, Closure configure) {
    Map settings = [:] + given
    if (configure != null) {
        settings.env = env
        settings.params = params
        configure.resolveStrategy = Closure.DELEGATE_FIRST
        configure.delegate = settings
        configure()
        configure.resolveStrategy = Closure.OWNER_FIRST
        configure.delegate = configure.owner
        settings.remove('env')
        settings.remove('params')
    }
    return settings
}

/** Nothing holds an executor while people decide: what production needs is stashed before. */
private void deliver(Map settings) {
    String image = null
    node(settings.agent) {
        image = integrate(settings)
    }
    if (env.CHANGE_ID) {
        echo "Change request ${env.CHANGE_ID} stops before staging."
        return
    }
    part('Approval', settings.approval) { Map more ->
        approvalGate([environment: 'production', message: "Release ${settings.app} ${settings.version}?".toString()] + more)
    }
    node(settings.agent) {
        unstash 'delivery'
        release(settings, image)
    }
}

/** From source to staging; returns the image. */
private String integrate(Map settings) {
    if (settings.checkout instanceof Closure) {
        settings.checkout()
    } else if (settings.checkout) {
        checkout scm
    }
    part('Lint', settings.lint) { Map more -> lintCode(more) }
    part('Test', settings.test) { Map more -> runTests(more) }
    part('Scan', settings.scan) { Map more -> securityScan([reports: '**/*.sarif'] + more) }
    def built = part('Build', settings.build) { Map more -> buildImage(imageOf(settings) + [push: false] + more) }
    String image = reference(settings, built)
    if (env.CHANGE_ID) {
        return image
    }
    def published = part('Publish', settings.publish) { Map more -> buildImage(imageOf(settings) + [push: true] + more) }
    checkSame(built, published)
    image = published == null ? image : reference(settings, published)
    part('Migrate', settings.migrate) { Map more -> migrateDatabase(more) }
    part('Staging', settings.staging) { Map more ->
        deployTo(target(settings, 'staging', image) + [strategy: 'rolling'] + more)
    }
    part('Smoke', settings.smoke) { Map more ->
        smokeTest([name: 'Staging', environment: 'staging', file: settings.smokeFile] + more)
    }
    stash name: 'delivery', includes: "${settings.manifests}, ${settings.smokeFile}", allowEmpty: true
    return image
}

private void release(Map settings, String image) {
    part('Production', settings.production) { Map more ->
        deployTo(target(settings, 'production', image) + [strategy: settings.strategy, options: settings.options] + more)
    }
    part('Verify', settings.verify) { Map more ->
        smokeTest([name: 'Production', environment: 'production', file: settings.smokeFile] + more)
    }
    tell(settings, "${settings.app} ${settings.version} is in production")
}

/** One stage, as its setting says. */
private def part(String title, setting, Closure usual) {
    if (setting == false || setting == null) {
        return null
    }
    def result = null
    stage(title) {
        result = setting instanceof Closure ? setting() : usual(setting instanceof Map ? setting : [:])
    }
    return result
}

private void tell(Map settings, String message) {
    if (settings.notify instanceof Closure) {
        settings.notify(message)
    } else if (settings.notify) {
        node(settings.agent) {
            notifyTeam([message: message] + (settings.notify instanceof Map ? settings.notify : [:]))
        }
    }
}

private Map imageOf(Map settings) {
    return [image: settings.image, version: settings.version]
}

private Map target(Map settings, String environment, String image) {
    return [environment: environment, app: settings.app, manifests: settings.manifests, image: image]
}

/** What a build stage returned says best which image it is; a closure may return a reference or nothing. */
private String reference(Map settings, built) {
    if (built instanceof Map && built.reference) {
        return built.reference
    }
    return built instanceof CharSequence ? built.toString() : "${settings.image}:${settings.version}".toString()
}

private void checkSame(built, published) {
    if (built instanceof Map && published instanceof Map && built.digest && published.digest != built.digest) {
        error "deliveryPipeline: ${published.digest} was published, but ${built.digest} was built"
    }
}
