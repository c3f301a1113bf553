/** Pulumi, as provisionInfrastructure and detectDrift use it. The update plan holds it to what was reviewed. */
Map kinds() {
    return [plan: 'pulumi-preview', drift: 'pulumi-drift', reviewed: '.delivery/plan.reviewed', report: '.delivery/plan.json']
}

void plan(Map settings) {
    prepare(settings)
    if (settings.destroy) {
        preview(settings, 'pulumi destroy --preview-only --json')
        sh 'cp .delivery/plan.json .delivery/plan.reviewed'
    } else {
        preview(settings, 'pulumi preview --json --save-plan=.delivery/plan.reviewed')
    }
}

void drift(Map settings) {
    prepare(settings)
    preview(settings, 'pulumi preview --refresh --json')
}

void apply(Map settings, Map planned) {
    infrastructureTool.checkReviewed(settings.owner, kinds().reviewed, planned.artifactDigest)
    String command = settings.destroy
        ? 'pulumi destroy --yes --skip-preview'
        : 'pulumi up --yes --skip-preview --plan=.delivery/plan.reviewed'
    execute(settings, "${command} --non-interactive${options(settings)} 2>&1", 'apply.log')
}

private void prepare(Map settings) {
    infrastructureTool.checkName(settings.owner, 'stack', settings.stack)
    infrastructureTool.program(settings.owner, ['pulumi'], 'https://www.pulumi.com/docs/install')
    if (!settings.stack) {
        error "${settings.owner}: say the stack"
    }
    for (name in (settings.variables.keySet() as List)) {
        execute(settings, 'pulumi config set --non-interactive --stack ' + infrastructureTool.quoted(settings.stack) + ' -- ' +
            infrastructureTool.quoted(name) + ' ' + infrastructureTool.quoted(settings.variables[name]), 'config.log')
    }
    for (name in (settings.secrets.keySet() as List)) {
        execute(settings, 'printf %s "$DELIVERY_SECRET_' + name + '" | pulumi config set --secret --non-interactive --stack ' +
            infrastructureTool.quoted(settings.stack) + ' -- ' + infrastructureTool.quoted(name), 'config.log')
    }
}

private void preview(Map settings, String command) {
    execute(settings, "${command} --non-interactive${options(settings)} > .delivery/plan.json", 'plan.log')
}

private String options(Map settings) {
    String options = ' --stack ' + infrastructureTool.quoted(settings.stack)
    for (target in settings.targets) {
        options += ' --target ' + infrastructureTool.quoted(target)
    }
    return options
}

private void execute(Map settings, String command, String log) {
    if (infrastructureTool.logged(command, log) != 0) {
        error "${settings.owner}: Pulumi did not get through. What it did is in its state ('pulumi stack --show-urns'); one that" +
            " is locked by another update says so below, and 'pulumi cancel' releases it once nothing runs there any more.\n" +
            infrastructureTool.lastLines(log)
    }
}
