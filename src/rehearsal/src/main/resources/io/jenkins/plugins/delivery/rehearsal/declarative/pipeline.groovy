// Runs a declarative pipeline. The program is what ProgramEmitter wrote: maps and lists with closures of the Jenkinsfile in them.
// This script is transformed as the Jenkinsfile is, so a run can be saved and resumed anywhere in here. Iterators cannot be saved, hence
// the loops over indexes.

package io.jenkins.plugins.delivery.rehearsal.declarative

import org.jenkinsci.plugins.workflow.graph.FlowNode
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException

def call(Map program) {
    DeclarativeRun declared = new DeclarativeRun()
    loadLibraries(program.libraries)
    configure(declared, program)
    Map settings = stageSettings(program.options)
    Throwable failure = null
    boolean ended = false
    try {
        onAgent(declared, settings, program.agent, program.options, true) {
            withVariables(program.environment) {
                withOptions(program.options) {
                    announceTools(declared, program.tools)
                    failure = sequence(declared, settings, program.stages, null, null)
                    ended = true
                    failure = afterPipeline(declared, program.post, failure)
                }
            }
        }
    } catch (Throwable broken) {
        declared.failed(broken)
        failure = failure == null ? broken : failure
    }
    if (!ended) {
        failure = afterPipeline(declared, program.post, failure)
    }
    if (failure != null) {
        throw failure
    }
}

def loadLibraries(List libraries) {
    for (int i = 0; i < libraries.size(); i++) {
        library(libraries[i].call())
    }
}

def configure(DeclarativeRun declared, Map program) {
    Map options = [:]
    for (int i = 0; i < program.options.size(); i++) {
        Map option = program.options[i]
        if (!option.wrapper) {
            options[option.name] = option.arguments.call()
        }
    }
    List parameters = program.parameters == null ? null : program.parameters.call()
    List triggers = program.triggers == null ? null : program.triggers.call()
    declared.configure(options, parameters, triggers)
}

/** What options say about all stages. */
Map stageSettings(List options) {
    return [
        failFast: isSet(options, 'parallelsAlwaysFailFast'),
        skipUnstable: isSet(options, 'skipStagesAfterUnstable'),
        skipCheckout: isSet(options, 'skipDefaultCheckout'),
        checkoutFolder: valueOf(options, 'checkoutToSubdirectory')
    ]
}

boolean isSet(List options, String name) {
    def value = valueOf(options, name)
    return value != null && value != false
}

def valueOf(List options, String name) {
    for (int i = 0; i < options.size(); i++) {
        if (options[i].name == name) {
            return options[i].arguments.call()
        }
    }
    return null
}

/** Runs stages one after the other; after a failure the rest is only shown as skipped. Returns the first failure. */
Throwable sequence(DeclarativeRun declared, Map settings, List stages, Throwable failure, String skipped) {
    Throwable first = failure
    for (int i = 0; i < stages.size(); i++) {
        try {
            oneStage(declared, settings, stages[i], first, skipped)
        } catch (Throwable failed) {
            declared.failed(failed)
            first = first == null ? failed : first
        }
    }
    return first
}

def oneStage(DeclarativeRun declared, Map settings, Map declaration, Throwable failure, String skipped) {
    stage(declaration.name) {
        String reason = skipped
        if (reason == null && failure != null) {
            reason = 'earlier failure(s)'
        } else if (reason == null && settings.skipUnstable && declared.isUnstable()) {
            reason = 'earlier stage(s) marking the build as unstable'
        }
        if (reason == null) {
            boolean done = withAxes(declaration.axes) { guarded(declared, settings, declaration) }
            reason = done ? null : 'when conditional'
        }
        if (reason != null) {
            skip(declared, settings, declaration, reason)
        }
    }
}

/** Options, input, agent, environment, in this order, with `when` where it belongs. False if `when` said no. */
boolean guarded(DeclarativeRun declared, Map settings, Map declaration) {
    Map when = declaration.when
    boolean early = when != null && (when.beforeOptions || when.beforeInput || when.beforeAgent)
    boolean wanted = true
    if (when != null && when.beforeOptions && !allHold(declared, when.conditions)) {
        return false
    }
    withOptions(declaration.options) {
        if (when != null && when.beforeInput && !when.beforeOptions) {
            wanted = allHold(declared, when.conditions)
        }
        if (wanted) {
            withInput(declaration.input, declaration.name) {
                if (when != null && when.beforeAgent && !when.beforeInput && !when.beforeOptions) {
                    wanted = allHold(declared, when.conditions)
                }
                if (wanted) {
                    onAgent(declared, settings, declaration.agent, declaration.options, false) {
                        wanted = early || when == null || allHold(declared, when.conditions)
                        if (wanted) {
                            withVariables(declaration.environment) {
                                announceTools(declared, declaration.tools)
                                work(declared, settings, declaration)
                            }
                        }
                    }
                }
            }
        }
    }
    return wanted
}

def work(DeclarativeRun declared, Map settings, Map declaration) {
    Throwable failure = null
    try {
        if (declaration.steps != null) {
            runSteps(declaration.steps)
        } else if (declaration.parallel != null) {
            branches(declared, settings, declaration.parallel, declaration.failFast, null)
        } else if (declaration.matrix != null) {
            branches(declared, settings, declared.cells(declaration), declaration.failFast, null)
        } else {
            Throwable nested = sequence(declared, settings, declaration.stages, null, null)
            if (nested != null) {
                throw nested
            }
        }
    } catch (Throwable failed) {
        declared.failed(failed)
        failure = failed
    }
    failure = react(declared, declaration.post, failure, true)
    if (failure != null) {
        throw failure
    }
}

def branches(DeclarativeRun declared, Map settings, List stages, boolean failFast, String skipped) {
    Map branches = [:]
    for (int i = 0; i < stages.size(); i++) {
        Map declaration = stages[i]
        branches[declaration.name] = { oneStage(declared, settings, declaration, null, skipped) }
    }
    if (failFast || settings.failFast) {
        branches.failFast = true
    }
    parallel(branches)
}

/** A skipped stage is shown with all that it contains. */
def skip(DeclarativeRun declared, Map settings, Map declaration, String reason) {
    declared.print("Stage \"${declaration.name}\" skipped due to ${reason}")
    declared.markSkipped(getContext(FlowNode))
    if (declaration.parallel != null) {
        branches(declared, settings, declaration.parallel, false, reason)
    } else if (declaration.stages != null) {
        sequence(declared, settings, declaration.stages, null, reason)
    }
}

/** A step that needs a workspace fails in its own words where there is no agent. */
def runSteps(Closure steps) {
    try {
        steps.call()
    } catch (MissingContextVariableException missing) {
        if (!DeclarativeRun.needsAgent(missing)) {
            throw missing
        }
        error DeclarativeRun.NO_AGENT
    }
}

Throwable afterPipeline(DeclarativeRun declared, Map reactions, Throwable failure) {
    if (reactions == null || !declared.reactsToAny(reactions, failure)) {
        return failure
    }
    Throwable first = failure
    stage('Declarative: Post Actions') {
        first = react(declared, reactions, failure, false)
    }
    return first
}

/** Runs the reactions that apply; a failure in one of them does not keep the others from running. */
Throwable react(DeclarativeRun declared, Map reactions, Throwable failure, boolean ofStage) {
    if (reactions == null) {
        return failure
    }
    Throwable first = failure
    boolean announced = !ofStage
    List conditions = new ArrayList(reactions.keySet())
    for (int i = 0; i < conditions.size(); i++) {
        String condition = conditions[i]
        if (declared.meets(condition, first, ofStage)) {
            if (!announced) {
                declared.print('Post stage')
                announced = true
            }
            try {
                runSteps(reactions[condition])
            } catch (Throwable failed) {
                declared.failed(failed)
                declared.printFailure("Error when executing ${condition} post condition:", failed)
                first = first == null ? failed : first
            }
        }
    }
    return first
}

// ---- what stands around stages

def onAgent(DeclarativeRun declared, Map settings, Map agent, List options, boolean ofPipeline, Closure body) {
    if (agent == null || agent.type == 'none') {
        return body.call()
    }
    boolean started = DeclarativeRun.isStarted(agent.type)
    if (started) {
        declared.print("Rehearsal: this machine stands for the agent of type ${agent.type}")
    }
    def label = started ? null : evaluated(agent.settings.label)
    def folder = evaluated(agent.settings.customWorkspace)
    Closure inside = {
        boolean fetch = !settings.skipCheckout && !isSet(options, 'skipDefaultCheckout') && declared.hasSource()
        fetch ? withSource(settings, ofPipeline, body) : body.call()
    }
    Closure placed = folder ? { ws(folder.toString(), inside) } : inside
    return label ? node(label.toString(), placed) : node(placed)
}

def withSource(Map settings, boolean ofPipeline, Closure body) {
    Map variables = [:]
    Closure fetch = { variables = settings.checkoutFolder ? dir(settings.checkoutFolder) { checkout(scm) } : checkout(scm) }
    if (ofPipeline) {
        stage('Declarative: Checkout SCM', fetch)
    } else {
        fetch.call()
    }
    List bindings = DeclarativeRun.bindings(variables)
    return bindings.isEmpty() ? body.call() : withEnv(bindings, body)
}

def announceTools(DeclarativeRun declared, List tools) {
    for (int i = 0; i < tools.size(); i++) {
        declared.print("Rehearsal: what this machine has on its PATH stands for ${tools[i].type} ${tools[i].name.call()}")
    }
}

def withOptions(List options, Closure body) {
    List wrappers = []
    for (int i = 0; i < options.size(); i++) {
        if (options[i].wrapper) {
            wrappers << options[i]
        }
    }
    return wrapped(wrappers, 0, body)
}

def wrapped(List wrappers, int at, Closure body) {
    if (at == wrappers.size()) {
        return body.call()
    }
    String name = wrappers[at].name
    def arguments = wrappers[at].arguments.call()
    Closure inner = { wrapped(wrappers, at + 1, body) }
    if (arguments instanceof Map && arguments.isEmpty()) {
        return "$name"(inner)
    }
    return "$name"(arguments, inner)
}

def withInput(Map directive, String stageName, Closure body) {
    if (directive == null) {
        return body.call()
    }
    Map arguments = [id: stageName]
    List names = new ArrayList(directive.settings.keySet())
    for (int i = 0; i < names.size(); i++) {
        arguments[names[i]] = evaluated(directive.settings[names[i]])
    }
    if (directive.parameters != null) {
        arguments.parameters = directive.parameters.call()
    }
    def answer = input(arguments)
    List bindings = DeclarativeRun.answers(answer, arguments)
    return bindings.isEmpty() ? body.call() : withEnv(bindings, body)
}

def withAxes(Map axes, Closure body) {
    return axes == null ? body.call() : withEnv(DeclarativeRun.bindings(axes), body)
}

/** Credentials first, since values may refer to them; each value sees those before it. */
def withVariables(List variables, Closure body) {
    if (!variables) {
        return body.call()
    }
    Map soFar = [:]
    List secrets = []
    for (int i = 0; i < variables.size(); i++) {
        if (variables[i].secret) {
            secrets << [name: variables[i].name, id: variables[i].value.call(soFar).toString()]
        }
    }
    if (secrets.isEmpty()) {
        return withPlainVariables(variables, soFar, body)
    }
    return withCredentials(DeclarativeRun.credentials(secrets)) {
        for (int i = 0; i < secrets.size(); i++) {
            soFar[secrets[i].name] = env[secrets[i].name]
        }
        withPlainVariables(variables, soFar, body)
    }
}

def withPlainVariables(List variables, Map soFar, Closure body) {
    List bindings = []
    for (int i = 0; i < variables.size(); i++) {
        if (!variables[i].secret) {
            String value = variables[i].value.call(soFar).toString()
            soFar[variables[i].name] = value
            bindings << variables[i].name + '=' + value
        }
    }
    return bindings.isEmpty() ? body.call() : withEnv(bindings, body)
}

def evaluated(value) {
    return value instanceof Closure ? value.call() : value
}

// ---- when

boolean allHold(DeclarativeRun declared, List conditions) {
    for (int i = 0; i < conditions.size(); i++) {
        if (!holds(declared, conditions[i])) {
            return false
        }
    }
    return true
}

boolean anyHolds(DeclarativeRun declared, List conditions) {
    for (int i = 0; i < conditions.size(); i++) {
        if (holds(declared, conditions[i])) {
            return true
        }
    }
    return false
}

boolean holds(DeclarativeRun declared, Map condition) {
    String name = condition.name
    if (name == 'allOf') {
        return allHold(declared, condition.children)
    } else if (name == 'anyOf') {
        return anyHolds(declared, condition.children)
    } else if (name == 'not') {
        return !holds(declared, condition.children[0])
    } else if (name == 'expression') {
        return condition.block.call() ? true : false
    }
    if (name == 'changelog' || name == 'changeset') {
        String doubt = declared.doubtAboutChanges()
        if (doubt != null) {
            echo doubt
        }
    }
    return declared.holds(name, condition.arguments.call(), env)
}
