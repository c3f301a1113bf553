/**
 * The whole flow: lint, test, scan, build, publish, provision, migrate, staging, smoke, approval, production, verify, release
 * notes, notify. What is not said is detected.
 *
 * Each stage takes true for what it usually does, false to leave it out, a map of arguments to do it otherwise, or a
 * closure to do something else; before and after hold closures for more.
 */
def call(Closure configure) {
    call([:], configure)
}

def call(Map given = [:], Closure configure = null) {
    Map said = configured(given, configure)
    Map settings = checkedSettings('deliveryPipeline', said, defaults(said),
        [required: ['app'], apart: [['manifests', 'kustomize', 'chart']]])
    Map plan = deliveryPlan(stages: ways(settings), environments: settings.environments, targets: targets(settings), hooks: hooks(settings),
        releaseBranches: settings.releaseBranches, image: settings.image, strategySaid: settings.strategy != null || !settings.options.isEmpty())
    Map delivery = [app: settings.app.toString(), version: '', image: settings.image, done: 0]
    try {
        deliver(settings, plan, delivery)
    } catch (e) {
        conclude(settings, plan, delivery, e)
        throw e
    }
    conclude(settings, plan, delivery, null)
}

private Map defaults(Map said) {
    Map defaults = [app: null, version: null, image: null, credentialsId: null, agent: '', checkout: true,
            manifests: null, kustomize: null, chart: null, smokeFile: 'deploy/smoke.yaml', files: '', strategy: null, options: [:],
            environments: ['staging', 'production'], releaseBranches: ['main', 'master', 'release/*'],
            lint: true, test: true, scan: true, build: true, publish: true, provision: false, migrate: false, smoke: true,
            approval: true, verify: true, releaseNotes: true, notify: true, before: [:], after: [:]]
    for (environment in (said.environments ?: defaults.environments)) {
        defaults[environment.toString()] = true
    }
    return defaults
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
        def jenkinsfile = configure.delegate
        configure.resolveStrategy = Closure.DELEGATE_FIRST
        configure.delegate = settings
        configure()
        configure.resolveStrategy = Closure.OWNER_FIRST
        configure.delegate = jenkinsfile
        settings.remove('env')
        settings.remove('params')
    }
    return settings
}

/** What the Jenkinsfile made of each stage; without a checkout there still is something to look at. */
private Map ways(Map settings) {
    Map ways = [checkout: settings.checkout instanceof Closure ? 'REPLACED' : 'USUAL']
    List keys = ['lint', 'test', 'scan', 'build', 'publish', 'provision', 'migrate', 'smoke', 'approval', 'verify', 'releaseNotes']
    for (key in (keys + settings.environments)) {
        def setting = settings[key.toString()]
        ways[key.toString()] = setting instanceof Closure ? 'REPLACED' : setting instanceof Map ? 'ARGUMENTS' : setting ? 'USUAL' : 'OFF'
    }
    return ways
}

private List hooks(Map settings) {
    List hooks = []
    for (key in settings.before.keySet()) {
        hooks << "before.${key}".toString()
    }
    for (key in settings.after.keySet()) {
        hooks << "after.${key}".toString()
    }
    return hooks
}

/** Nothing holds an executor while people decide: what production needs is stashed before. */
private void deliver(Map settings, Map plan, Map delivery) {
    node(settings.agent) {
        for (part in plan.before) {
            perform(part, settings, plan, delivery)
        }
        if (plan.after) {
            foresee(settings, plan, delivery)
            stash([name: 'delivery', allowEmpty: true] + carried(settings))
        }
    }
    for (part in plan.gate) {
        perform(part, settings, plan, delivery)
    }
    if (plan.after) {
        node(settings.agent) {
            unstash 'delivery'
            for (part in plan.after) {
                perform(part, settings, plan, delivery)
            }
        }
    }
}

/** What will check a deployment is read before the first stage that touches anything outside of the build. */
private void foresee(Map settings, Map plan, Map delivery) {
    if (delivery.foreseen) {
        return
    }
    delivery.foreseen = true
    for (part in plan.stages) {
        def setting = settings[part.key]
        if (part.runs && (part.kind == 'SMOKE' || part.kind == 'VERIFY') && !(setting instanceof Closure)) {
            usual(part, (setting instanceof Map ? setting : [:]) + [dryRun: true], settings, delivery)
        }
    }
}

/** Charts and overlays lean on files anywhere. */
private Map carried(Map settings) {
    if (settings.kustomize || settings.chart) {
        return [includes: '**', excludes: '.git/**, **/target/**, **/build/**, **/node_modules/**']
    }
    return [includes: ([manifests(settings), settings.smokeFile, settings.files] + filesOfChecks(settings)).findAll { it }.join(', ')]
}

private List filesOfChecks(Map settings) {
    List files = []
    for (key in ['smoke', 'verify']) {
        if (settings[key] instanceof Map) {
            files << settings[key].file
        }
    }
    return files
}

private void perform(Map part, Map settings, Map plan, Map delivery) {
    stage(part.title) {
        def setting = settings[part.key]
        Map facts = [app: delivery.app, version: delivery.version, image: delivery.image, environment: environmentOf(part, settings)]
        if (['PUBLISH', 'PROVISION', 'MIGRATE', 'DEPLOY'].contains(part.kind)) {
            foresee(settings, plan, delivery)
        }
        if (settings.before[part.key]) {
            settings.before[part.key](facts)
        }
        if (part.kind == 'APPROVAL' || part.kind == 'DEPLOY') {
            promote(part, settings, delivery)
        }
        def result = setting instanceof Closure ? setting(facts) : usual(part, setting instanceof Map ? setting : [:], settings, delivery)
        note(part, result, settings, plan, delivery)
        if (settings.after[part.key]) {
            settings.after[part.key](facts + [image: delivery.image, version: delivery.version])
        }
    }
    delivery.done = delivery.done + 1
}

private def usual(Map part, Map more, Map settings, Map delivery) {
    switch (part.kind) {
        case 'CHECKOUT': return settings.checkout ? checkout(scm) : null
        case 'LINT': return lintCode(more)
        case 'TEST': return runTests(more)
        case 'SCAN': return securityScan(more.scanners || more.reports ? more : [scanners: ['auto']] + more)
        case 'BUILD': return buildImage([image: settings.image, version: delivery.version, push: false] + more)
        case 'PUBLISH': return publishArtifact([image: delivery.built, credentialsId: settings.credentialsId] + more)
        case 'PROVISION': return provisionInfrastructure(more)
        case 'MIGRATE': return migrateDatabase(more)
        case 'SMOKE':
            return smokeTest([name: environmentOf(part, settings).capitalize(), environment: environmentOf(part, settings),
                              file: settings.smokeFile] + more)
        case 'APPROVAL':
            return approvalGate([environment: environmentOf(part, settings), artifact: delivery.image,
                                 message: "Release ${delivery.app} ${delivery.version}?".toString()] + more)
        case 'DEPLOY': return rollOut(part, more, settings, delivery)
        case 'VERIFY':
            return verifyRelease([environment: environmentOf(part, settings), app: delivery.app, file: settings.smokeFile] + more)
        case 'RELEASE_NOTES': return releaseNotes([environment: environmentOf(part, settings), app: delivery.app] + more)
    }
}

/**
 * Every environment but the last one is there to try things out, pod by pod unless its settings say otherwise; the last one
 * has people in it. Compose says itself when what it started is well.
 */
private def rollOut(Map part, Map more, Map settings, Map delivery) {
    boolean last = part.environment == settings.environments.last().toString()
    String strategy = settings.strategy ?: delivery.strategy
    boolean compose = strategy == 'compose'
    Map how = last || compose ? [strategy: strategy, options: delivery.options + settings.options] : [:]
    Map arguments = [environment: environmentOf(part, settings), app: delivery.app, image: delivery.image] + source(settings) + how + more
    delivery.released = last
    String file = settings.smokeFile
    if (!last || compose || !file || !fileExists(file)) {
        return deployTo(arguments)
    }
    String name = "New in ${environmentOf(part, settings)}"
    return deployTo(arguments) {
        smokeTest name: name, file: file, url: env.DELIVERY_CANARY_URL ?: env.DELIVERY_PREVIEW_URL ?: env.DELIVERY_URL
    }
}

/** An image goes on only if exactly its digest served in the environment before. */
private void promote(Map part, Map settings, Map delivery) {
    String from = null
    boolean vouched = false
    for (environment in settings.environments) {
        if (environment.toString() == part.environment) {
            break
        }
        from = nameOf(environment.toString(), settings)
        vouched = settings[environment.toString()] instanceof Closure
    }
    if (from != null && delivery.promoted != part.environment) {
        deliveryPromotion app: delivery.app, image: delivery.image?.toString() ?: '', from: from, to: environmentOf(part, settings), vouched: vouched
        delivery.promoted = part.environment
    }
}

/** Keeps what later stages need of what one returned. */
private void note(Map part, result, Map settings, Map plan, Map delivery) {
    if (part.kind == 'CHECKOUT') {
        begin(settings, plan, delivery)
    }
    if (part.kind == 'BUILD' || part.kind == 'PUBLISH') {
        if (result instanceof Map && result.reference) {
            checkSame(delivery.built, result)
            delivery.built = result
            delivery.image = result.reference.toString()
        } else if (result instanceof CharSequence) {
            delivery.image = result.toString()
        }
    }
}

private void checkSame(Map built, Map published) {
    if (built?.digest && published.digest != built.digest) {
        error "deliveryPipeline: ${published.digest} was published, but ${built.digest} was built and checked"
    }
}

/** Before the first stage: whether it can go through at all, and what was not said. */
private void begin(Map settings, Map plan, Map delivery) {
    Map allowed = checkedSettings('deliveryPipeline.checkout', settings.checkout instanceof Map ? settings.checkout : [:],
        [allowDirty: false, allowShallow: false])
    List programs = agentTools(plan.programs)
    String git = programs.contains('git') ? sh(label: 'Look at the checkout', returnStdout: true, script: '''set +x
        if [ -e .git ]; then git rev-parse HEAD; git rev-parse --is-shallow-repository; git status --porcelain --untracked-files=no; fi''') : ''
    Map ready = deliveryReadiness(stages: plan.stages, programs: programs, git: git, version: settings.version?.toString(),
        manifests: settings.kustomize || settings.chart ? null : manifests(settings),
        environment: nameOf(settings.environments.last().toString(), settings),
        allowDirty: allowed.allowDirty, allowShallow: allowed.allowShallow)
    delivery.version = ready.version
    delivery.strategy = ready.strategy
    delivery.options = ready.router && settings.strategy == null ? [router: ready.router] : [:]
    if (settings.strategy == null && plan.after) {
        echo "Production by ${ready.strategy}: ${ready.why}"
    }
}

private void conclude(Map settings, Map plan, Map delivery, problem) {
    try {
        Map account = deliveryAccount(app: delivery.app, version: delivery.version, stages: plan.stages, done: delivery.done,
            problem: problem == null ? null : words(problem))
        echo account.text
        report(settings, delivery, problem)
        tell(settings, account, problem == null ? 'pipeline.finished' : 'pipeline.failed')
    } catch (e) {
        if (problem == null) {
            throw e
        }
        echo "Nobody could be told what was done: ${e.message}"
    }
}

/** A release that people met before it was taken back is worth a report of its own. */
private void report(Map settings, Map delivery, problem) {
    if (problem != null && delivery.released) {
        node(settings.agent) {
            incidentReport environment: nameOf(settings.environments.last().toString(), settings), app: delivery.app
        }
    }
}

private String words(problem) {
    if (problem instanceof org.jenkinsci.plugins.workflow.steps.FlowInterruptedException) {
        List causes = []
        for (cause in problem.causes) {
            causes << cause.shortDescription
        }
        return causes ? causes.join(', ') : 'it was stopped'
    }
    return problem.message ?: problem.toString()
}

private void tell(Map settings, Map account, String event) {
    String message = "${account.headline}: ${env.JOB_NAME} #${env.BUILD_NUMBER}\n${account.text}"
    if (settings.notify instanceof Closure) {
        settings.notify(message)
    } else if (settings.notify instanceof Map && settings.notify.webhookCredentialsId) {
        node(settings.agent) {
            notifyTeam([message: message, title: account.headline, event: event] + settings.notify)
        }
    } else if (settings.notify) {
        notifyTeam([message: message, title: account.headline, event: event] + (settings.notify instanceof Map ? settings.notify : [:]))
    }
}

private String environmentOf(Map part, Map settings) {
    return part.environment ? nameOf(part.environment, settings) : ''
}

private List targets(Map settings) {
    List targets = []
    for (environment in settings.environments) {
        targets << nameOf(environment.toString(), settings)
    }
    return targets
}

/** The arguments of its stage may say that it is called otherwise in the settings. */
private String nameOf(String key, Map settings) {
    def setting = settings[key]
    return setting instanceof Map && setting.environment ? setting.environment.toString() : key
}

private Map source(Map settings) {
    for (name in ['kustomize', 'chart']) {
        if (settings[name]) {
            return [(name): settings[name].toString()]
        }
    }
    return [manifests: manifests(settings)]
}

private String manifests(Map settings) {
    return settings.manifests ? settings.manifests.toString() : 'deploy/manifests/*.yaml'
}
