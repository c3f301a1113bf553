/** Binds the variables and credentials of an environment for a block, and masks what is secret. */
def call(String environment, Closure body) {
    return call([environment: environment], body)
}

def call(Map given = [:], Closure body) {
    Map settings = checkedSettings('withEnvironment', given, [environment: null, variables: [:], credentials: [:]],
        [required: ['environment']])
    Map bound = deliveryEnvironment(environment: settings.environment.toString(), variables: settings.variables,
        credentials: settings.credentials)
    List bindings = []
    for (one in bound.credentials) {
        bindings << binding(one)
    }
    def result = null
    withEnv(bound.variables) {
        withCredentials(bindings) {
            result = body()
        }
    }
    return result
}

private def binding(Map one) {
    switch (one.kind) {
        case 'usernamePassword':
            return usernamePassword(credentialsId: one.id, usernameVariable: one.variable + '_USR', passwordVariable: one.variable + '_PSW')
        case 'file': return file(credentialsId: one.id, variable: one.variable)
        default: return string(credentialsId: one.id, variable: one.variable)
    }
}
