/** Tells people something. What cannot be told is said in the log, and never fails a build. */
def call(Map given = [:]) {
    Map settings = checkedSettings('notifyTeam', given, [message: null, webhookCredentialsId: null])
    if (!settings.message) {
        error 'notifyTeam: say the message'
    }
    String message = settings.message.toString()
    echo message
    if (!settings.webhookCredentialsId) {
        return
    }
    try {
        String file = ".delivery-notification-${env.BUILD_NUMBER}.json"
        writeFile file: file, text: "{\"text\": \"${escaped(message)}\"}", encoding: 'UTF-8'
        withCredentials([string(credentialsId: settings.webhookCredentialsId.toString(), variable: 'DELIVERY_WEBHOOK')]) {
            withEnv(["DELIVERY_NOTIFICATION=${file}"]) {
                sh 'curl --fail --silent --show-error --max-time 20 --retry 2 --output /dev/null' +
                    ' --header "Content-Type: application/json" --data-binary "@$DELIVERY_NOTIFICATION" "$DELIVERY_WEBHOOK"'
            }
        }
    } catch (Exception e) {
        echo "Nobody could be notified: ${e.message}"
    }
}

/** As JSON writes a text. */
@NonCPS
private String escaped(String text) {
    return text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\r', '').replace('\t', ' ')
}
