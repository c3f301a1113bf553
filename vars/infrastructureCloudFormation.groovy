/** AWS CloudFormation, as provisionInfrastructure and detectDrift use it: a change set is what is reviewed and executed. */
Map kinds() {
    return [plan: 'cloudformation-change-set', drift: 'cloudformation-drift', reviewed: '.delivery/plan.json', report: '.delivery/plan.json']
}

void plan(Map settings) {
    prepare(settings)
    String stack = infrastructureTool.quoted(settings.stack)
    if (settings.destroy) {
        execute(settings, "aws cloudformation describe-stack-resources --output json --stack-name ${stack} > .delivery/plan.json", 'plan.log')
        return
    }
    if (!settings.template) {
        error "${settings.owner}: say the template"
    }
    String set = "jenkins-${env.BUILD_NUMBER}-${UUID.randomUUID().toString().take(8)}"
    String type = sh(returnStatus: true, script:
        "aws cloudformation describe-stacks --stack-name ${stack} > /dev/null 2>&1") == 0 ? 'UPDATE' : 'CREATE'
    String parameters = ''
    for (name in settings.variables.keySet()) {
        parameters += ' ' + infrastructureTool.quoted("ParameterKey=${name},ParameterValue=${settings.variables[name]}")
    }
    for (name in settings.secrets.keySet()) {
        parameters += ' "ParameterKey=' + name + ',ParameterValue=$DELIVERY_SECRET_' + name + '"'
    }
    execute(settings, "aws cloudformation create-change-set --stack-name ${stack} --change-set-name ${set} --change-set-type ${type}" +
        " --template-body file://${infrastructureTool.quoted(settings.template)}" +
        ' --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND' +
        (parameters ? " --parameters${parameters}" : '') + ' --output json > .delivery/created.json', 'plan.log')
    infrastructureTool.logged("aws cloudformation wait change-set-create-complete --stack-name ${stack} --change-set-name ${set}", 'wait.log')
    execute(settings, "aws cloudformation describe-change-set --stack-name ${stack} --change-set-name ${set} --output json > .delivery/plan.json", 'plan.log')
    settings.changeSet = set
}

void drift(Map settings) {
    prepare(settings)
    String stack = infrastructureTool.quoted(settings.stack)
    execute(settings, "id=\$(aws cloudformation detect-stack-drift --stack-name ${stack} --query StackDriftDetectionId --output text) &&" +
        ' for i in $(seq 1 120); do' +
        ' status=$(aws cloudformation describe-stack-drift-detection-status --stack-drift-detection-id "$id" --query DetectionStatus --output text) || exit 1;' +
        ' [ "$status" = DETECTION_IN_PROGRESS ] || break; sleep 5; done;' +
        ' [ "$status" = DETECTION_COMPLETE ] || { echo "drift detection ended as $status"; exit 1; };' +
        " aws cloudformation describe-stack-resource-drifts --output json --stack-name ${stack} > .delivery/plan.json", 'plan.log')
}

void apply(Map settings, Map planned) {
    infrastructureTool.checkReviewed(settings.owner, kinds().reviewed, planned.artifactDigest)
    String stack = infrastructureTool.quoted(settings.stack)
    if (settings.destroy) {
        execute(settings, "aws cloudformation delete-stack --stack-name ${stack} && aws cloudformation wait stack-delete-complete --stack-name ${stack}", 'apply.log')
        return
    }
    execute(settings, "aws cloudformation execute-change-set --stack-name ${stack} --change-set-name ${infrastructureTool.quoted(settings.changeSet)} &&" +
        " { aws cloudformation wait stack-update-complete --stack-name ${stack} ||" +
        " aws cloudformation wait stack-create-complete --stack-name ${stack}; }", 'apply.log')
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
