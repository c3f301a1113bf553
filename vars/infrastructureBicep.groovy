/**
 * Bicep and ARM templates, as provisionInfrastructure and detectDrift use them. Azure keeps no plan: what-if is asked again before
 * anything is applied, and has to say the same.
 */
Map kinds() {
    return [plan: 'bicep-what-if', drift: 'bicep-drift', reviewed: '.delivery/plan.json', report: '.delivery/plan.json']
}

void plan(Map settings) {
    if (settings.destroy) {
        error "${settings.owner}: Bicep destroys nothing; delete the resource group, or use a deployment stack"
    }
    prepare(settings)
    execute(settings, "az deployment group what-if --no-pretty-print --output json${options(settings)} > .delivery/plan.json", 'plan.log')
}

void drift(Map settings) {
    plan(settings)
}

void apply(Map settings, Map planned) {
    infrastructureTool.checkReviewed(settings.owner, kinds().reviewed, planned.artifactDigest)
    execute(settings, "az deployment group what-if --no-pretty-print --output json${options(settings)} > .delivery/again.json", 'again.log')
    if (sh(returnStatus: true, script: 'cmp -s .delivery/plan.json .delivery/again.json') != 0) {
        error "${settings.owner}: what would be done is not what was reviewed any more: somebody has changed the resource group." +
            ' Nothing was applied; plan again, and have that reviewed.'
    }
    execute(settings, "az deployment group create --output none${options(settings)}", 'apply.log')
}

private void prepare(Map settings) {
    infrastructureTool.program(settings.owner, ['az'], 'https://learn.microsoft.com/cli/azure/install-azure-cli')
    for (name in ['resourceGroup', 'template']) {
        if (!settings[name]) {
            error "${settings.owner}: say the ${name}"
        }
    }
}

private String options(Map settings) {
    String options = ' --resource-group ' + infrastructureTool.quoted(settings.resourceGroup) +
        ' --template-file ' + infrastructureTool.quoted(settings.template)
    for (file in settings.variableFiles) {
        options += ' --parameters ' + infrastructureTool.quoted(file)
    }
    for (name in settings.variables.keySet()) {
        options += ' --parameters ' + infrastructureTool.quoted("${name}=${settings.variables[name]}")
    }
    for (name in settings.secrets.keySet()) {
        options += " --parameters ${name}=@.delivery/secret-${name}"
    }
    return options
}

/** Secrets reach az in files that are gone when it ends: arguments show them to whoever lists processes. */
private String writeSecrets(Map settings) {
    String script = settings.secrets ? "set +x; trap 'rm -f .delivery/secret-*' EXIT; " : ''
    for (name in settings.secrets.keySet()) {
        script += "printf %s \"\$DELIVERY_SECRET_${name}\" > .delivery/secret-${name}; "
    }
    return script
}

private void execute(Map settings, String command, String log) {
    if (infrastructureTool.logged(writeSecrets(settings) + command, log) != 0) {
        error "${settings.owner}: Azure did not get through; 'az deployment operation group list' says what was done.\n" +
            infrastructureTool.lastLines(log)
    }
}
