/** Which tool describes the infrastructure in this folder: 'terraform', 'pulumi', 'bicep' or 'cloudformation'. */
String call() {
    String found = sh(returnStdout: true, script: '''
        if ls | grep -qE '[.](tf|tf[.]json|tofu)$'; then echo terraform
        elif [ -f Pulumi.yaml ] || [ -f Pulumi.yml ]; then echo pulumi
        elif ls | grep -q '[.]bicep$'; then echo bicep
        elif cat ./*.yaml ./*.yml ./*.json ./*.template 2> /dev/null | grep -qE 'AWSTemplateFormatVersion|AWS::'; then echo cloudformation
        fi''').trim()
    if (!found) {
        error 'infrastructureTool: there is no *.tf, Pulumi.yaml, *.bicep or CloudFormation template here: say the directory, or the tool'
    }
    return found
}

/** What is named first of those programs that the agent has; none of them is an error that says how to get one. */
String program(String owner, List names, String where) {
    for (name in names) {
        if (sh(returnStatus: true, script: "command -v ${name} > /dev/null 2>&1") == 0) {
            return name
        }
    }
    error "${owner}: the agent has no ${names.collect { "'${it}'" }.join(' and no ')} on its PATH. Install it there, or use an agent that has it: ${where}"
}

/** A word as a shell takes it, whatever is in it. */
@NonCPS
String quoted(value) {
    return "'" + value.toString().replace("'", "'\\''") + "'"
}

/** Runs a command whose output goes to a file of .delivery; how it ended. */
int logged(String command, String log) {
    return sh(returnStatus: true, script: "umask 077; mkdir -p .delivery && { ${command} ; } > .delivery/${log} 2>&1") as int
}

/** What a command without a report of its own wrote last, for an error. */
String lastLines(String log) {
    return sh(returnStdout: true, script: "tail -n 12 .delivery/${log}").trim()
}

/** Refuses to go on with another file than the one that was reviewed. */
void checkReviewed(String owner, String file, String digest) {
    int status = sh(returnStatus: true, script:
        "sum=\$({ sha256sum ${quoted(file)} 2> /dev/null || shasum -a 256 ${quoted(file)} 2> /dev/null || openssl dgst -sha256 -r ${quoted(file)}; }" +
        " | cut -c 1-64); [ \"\$sum\" = ${quoted(digest)} ]")
    if (status != 0) {
        error "${owner}: '${file}' is not what was reviewed (SHA-256 ${digest}). Nothing was applied; plan again, and have that reviewed."
    }
}

/** What plans and logs leave behind may hold secrets. */
void clean() {
    sh 'rm -rf .delivery'
}

/** Of what has the tool's name in its own words. */
def adapter(String tool) {
    switch (tool) {
        case 'terraform': return infrastructureTerraform
        case 'pulumi': return infrastructurePulumi
        case 'bicep': return infrastructureBicep
        case 'cloudformation': return infrastructureCloudFormation
        default: error "infrastructureTool: there is no tool '${tool}' (known are bicep, cloudformation, pulumi, terraform)"
    }
}

/** The settings that planning and looking for drift have in common. */
Map settings() {
    return [tool: null, directory: '.', name: null, environment: null, agent: '', checkout: true, backend: [:], localState: false,
            workspace: null, stack: null, template: null, resourceGroup: null, variables: [:], variableFiles: [], secrets: [:],
            targets: [], lockTimeout: '5m']
}

/** Runs a block where the infrastructure is described, with its variables and secrets. */
def inFolder(Map settings, Closure body) {
    def result = null
    dir(settings.directory.toString()) {
        withSecrets(settings.secrets) {
            result = body()
        }
    }
    return result
}

private void withSecrets(Map secrets, Closure body) {
    if (!secrets) {
        body()
        return
    }
    List bindings = []
    for (name in secrets.keySet()) {
        if (!(name.toString() ==~ /[A-Za-z_][A-Za-z0-9_]*/)) {
            error "infrastructureTool: '${name}' cannot name a variable"
        }
        bindings << string(credentialsId: secrets[name].toString(), variable: "TF_VAR_${name}".toString())
        bindings << string(credentialsId: secrets[name].toString(), variable: "DELIVERY_SECRET_${name}".toString())
    }
    withCredentials(bindings) {
        body()
    }
}

/** Checks a name that becomes part of a command. */
void checkName(String owner, String setting, value) {
    if (value != null && !(value.toString() ==~ /[A-Za-z0-9][A-Za-z0-9._\/-]*/)) {
        error "${owner}: ${setting} '${value}' may have letters, digits, '.', '_', '-' and '/', and begins with one of the first two"
    }
}
