/** Tells people something. What cannot be told is said in the log, and never fails a build. */
def call(Map given = [:]) {
    Map settings = checkedSettings('notifyTeam', given,
        [message: null, title: '', event: 'pipeline.message', environment: '', webhookCredentialsId: null], [required: ['message']])
    String message = settings.message.toString()
    echo message
    try {
        deliveryNews message: message, title: settings.title.toString(), event: settings.event.toString(),
            environment: settings.environment.toString()
        if (settings.webhookCredentialsId) {
            post(message, settings.webhookCredentialsId.toString())
        }
    } catch (hudson.AbortException e) {
        echo "Nobody could be notified: ${e.message}"
    }
}

private void post(String message, String webhook) {
    String file = ".delivery-notification-${env.BUILD_NUMBER}.json"
    writeFile file: file, text: "{\"text\": \"${escaped(message)}\"}", encoding: 'UTF-8'
    withCredentials([string(credentialsId: webhook, variable: 'DELIVERY_WEBHOOK')]) {
        withEnv(["DELIVERY_NOTIFICATION=${file}"]) {
            sh 'curl --fail --silent --show-error --max-time 20 --retry 2 --output /dev/null' +
                ' --header "Content-Type: application/json" --data-binary "@$DELIVERY_NOTIFICATION" "$DELIVERY_WEBHOOK"'
        }
    }
}

/** As JSON writes a text. */
@NonCPS
private String escaped(String text) {
    return text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\r', '').replace('\t', ' ')
}
