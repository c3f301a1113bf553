/** AWS CloudFormation, as provisionInfrastructure and detectDrift use it: a change set is what is reviewed and executed. */
Map kinds() {
    return [plan: 'cloudformation-change-set', drift: 'cloudformation-drift', reviewed: '.delivery/plan.json', report: '.delivery/plan.json']
}

void plan(Map settings) {
    prepare(settings)
    String stack = infrastructureTool.quoted(settings.stack)
    if (settings.destroy) {
        execute(settings, "aws cloudformation list-stack-resources --output json --stack-name ${stack} > .delivery/plan.json", 'plan.log')
        return
    }
    if (!settings.template) {
        error "${settings.owner}: say the template"
    }
    String set = "jenkins-${env.BUILD_NUMBER}-${UUID.randomUUID().toString().take(8)}"
    settings.changeSetType = changeSetType(settings, stack)
    execute(settings, writeParameters(settings) + "aws cloudformation create-change-set --stack-name ${stack} --change-set-name ${set}" +
        " --change-set-type ${settings.changeSetType} --template-body file://${infrastructureTool.quoted(settings.template)}" +
        ' --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND' +
        ' --parameters file://.delivery/parameters.json --output json > .delivery/created.json', 'plan.log')
    infrastructureTool.logged("aws cloudformation wait change-set-create-complete --stack-name ${stack} --change-set-name ${set}", 'wait.log')
    execute(settings, "aws cloudformation describe-change-set --stack-name ${stack} --change-set-name ${set} --output json > .delivery/plan.json", 'plan.log')
    settings.changeSet = set
}

/** A stack that has only been planned so far is known, but has to be created nevertheless. */
private String changeSetType(Map settings, String stack) {
    execute(settings, "aws cloudformation describe-stacks --stack-name ${stack} --query 'Stacks[0].StackStatus' --output text > .delivery/status" +
        " 2> .delivery/status.log || { cat .delivery/status.log; grep -q 'does not exist' .delivery/status.log && echo NONE > .delivery/status; }", 'plan.log')
    return sh(returnStdout: true, script: 'cat .delivery/status').trim() in ['NONE', 'REVIEW_IN_PROGRESS'] ? 'CREATE' : 'UPDATE'
}

/**
 * Shell that writes the values into a file that is gone when it ends: the command line's own notation divides values at commas, and
 * arguments show secrets to whoever lists processes.
 */
private String writeParameters(Map settings) {
    List entries = []
    for (name in settings.variables.keySet()) {
        entries << parameter(name, infrastructureTool.quoted(settings.variables[name]))
    }
    for (name in settings.secrets.keySet()) {
        entries << parameter(name, '"$DELIVERY_SECRET_' + name + '"')
    }
    return '''set +x
        trap 'rm -f .delivery/parameters.json' EXIT
        json() { printf '%s\\n' "$1" | sed 's/["\\\\]/\\\\&/g' | awk '{ gsub(/\\t/, "\\\\t"); gsub(/\\r/, "\\\\r"); printf "%s%s", (NR > 1 ? "\\\\n" : ""), $0 }'; }
        ''' + "{ printf '['; ${(entries ?: ['true']).join("; printf ', '; ")}; printf ']'; } > .delivery/parameters.json\n"
}

private String parameter(name, String value) {
    return "printf '{\"ParameterKey\": \"%s\", \"ParameterValue\": \"%s\"}' ${infrastructureTool.quoted(name)} \"\$(json ${value})\""
}

void drift(Map settings) {
    prepare(settings)
    String script = "${pwd(tmp: true)}/stack-drift.sh"
    writeFile file: script, text: libraryResource('io/jenkins/plugins/delivery/agent/stack-drift.sh')
    execute(settings, "sh ${infrastructureTool.quoted(script)} ${infrastructureTool.quoted(settings.stack)} .delivery/plan.json", 'plan.log')
}

void apply(Map settings, Map planned) {
    infrastructureTool.checkReviewed(settings.owner, kinds().reviewed, planned.artifactDigest)
    String stack = infrastructureTool.quoted(settings.stack)
    if (settings.destroy) {
        execute(settings, "aws cloudformation delete-stack --stack-name ${stack} && aws cloudformation wait stack-delete-complete --stack-name ${stack}", 'apply.log')
        return
    }
    execute(settings, "aws cloudformation execute-change-set --stack-name ${stack} --change-set-name ${infrastructureTool.quoted(settings.changeSet)} &&" +
        " aws cloudformation wait stack-${settings.changeSetType.toLowerCase()}-complete --stack-name ${stack}", 'apply.log')
}

private void prepare(Map settings) {
    infrastructureTool.checkName(settings.owner, 'stack', settings.stack)
    infrastructureTool.program(settings.owner, ['aws'], 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html')
    if (!settings.stack) {
        error "${settings.owner}: say the stack"
    }
}

private void execute(Map settings, String command, String log) {
    if (infrastructureTool.logged(command, log) != 0) {
        error "${settings.owner}: CloudFormation did not get through. A stack that failed rolls itself back;" +
            " 'aws cloudformation describe-stack-events' says what it did.\n" + infrastructureTool.lastLines(log)
    }
}
