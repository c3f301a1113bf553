/** Terraform and OpenTofu, as provisionInfrastructure and detectDrift use them. */
Map kinds() {
    return [plan: 'terraform-plan', drift: 'terraform-drift', reviewed: '.delivery/plan.tfplan', report: '.delivery/plan.json']
}

/** Initializes, chooses the workspace and plans; what is reported is in the report, what is applied in the plan file. */
void plan(Map settings) {
    String program = prepare(settings, true)
    planned(program, settings, settings.destroy ? ' -destroy' : '')
}

/** Plans without an intention: what the plan says is what has drifted. */
void drift(Map settings) {
    String program = prepare(settings, false)
    planned(program, settings, '')
}

/** Applies the plan file, and nothing but it. */
void apply(Map settings, Map planned) {
    String program = settings.unpacked ? prepare(settings, false) : installed(settings)
    infrastructureTool.checkReviewed(settings.owner, kinds().reviewed, planned.artifactDigest)
    execute(settings, "${program} apply -input=false -json ${lock(settings)} .delivery/plan.tfplan", 'apply.log', true)
}

private String installed(Map settings) {
    return infrastructureTool.program(settings.owner, ['terraform', 'tofu'],
        'https://developer.hashicorp.com/terraform/install or https://opentofu.org/docs/intro/install')
}

private String prepare(Map settings, boolean mayCreate) {
    infrastructureTool.checkName(settings.owner, 'workspace', settings.workspace)
    String program = installed(settings)
    String backend = ''
    for (key in settings.backend.keySet()) {
        backend += ' -backend-config=' + infrastructureTool.quoted("${key}=${settings.backend[key]}")
    }
    execute(settings, "${program} init -input=false -no-color -reconfigure ${lock(settings)}${backend}", 'init.log', false)
    checkRemoteState(settings)
    if (settings.workspace) {
        String select = mayCreate ? 'select -or-create=true' : 'select'
        execute(settings, "${program} workspace ${select} ${infrastructureTool.quoted(settings.workspace)}", 'workspace.log', false)
    }
    return program
}

/** A state on an agent is lost with the agent, and then nobody knows any more what there is. */
private void checkRemoteState(Map settings) {
    boolean declared = fileExists('.terraform/terraform.tfstate') &&
        readFile('.terraform/terraform.tfstate') =~ /(?s)"backend":\s*\{\s*"type"/
    if (!declared && !settings.localState) {
        error "${settings.owner}: the code names no backend, so that the state would stay on this agent and be lost with it. " +
            'Add one (terraform { backend "s3" {} }) and say its settings with backend: [...], or say localState: true.'
    }
}

private void planned(String program, Map settings, String mode) {
    String options = ''
    List values = []
    for (name in settings.variables.keySet()) {
        if (!(name.toString() ==~ /[A-Za-z_][A-Za-z0-9_-]*/)) {
            error "${settings.owner}: '${name}' cannot name a variable"
        }
        values << "TF_VAR_${name}=${settings.variables[name]}".toString()
    }
    for (file in settings.variableFiles) {
        options += ' -var-file=' + infrastructureTool.quoted(file)
    }
    for (target in settings.targets) {
        options += ' -target=' + infrastructureTool.quoted(target)
    }
    withEnv(values) {
        execute(settings, "${program} plan -input=false -json ${lock(settings)}${mode}${options} -out=.delivery/plan.tfplan", 'plan.log', false)
    }
    execute(settings, "${program} show -json .delivery/plan.tfplan > .delivery/plan.json", 'show.log', false)
    sh "${program} show -no-color .delivery/plan.tfplan"
}

/** Runs a command; the report of one that failed says why, and how to go on. */
private void execute(Map settings, String command, String log, boolean always) {
    int status = 1
    withEnv(['TF_IN_AUTOMATION=1', 'CHECKPOINT_DISABLE=1', 'TF_INPUT=0']) {
        status = infrastructureTool.logged(command, log)
    }
    if (status != 0 || always) {
        deliveryReport kind: 'terraform-run', file: ".delivery/${log}", name: settings.name, settings: [exitCode: status]
    }
}

private String lock(Map settings) {
    return '-lock-timeout=' + infrastructureTool.quoted(settings.lockTimeout)
}
