/** Calls a service over REST, with a token if it wants one, and returns status and text of its answer; status is '000' when nobody answers. */
Map call(Map given = [:]) {
    Map settings = checkedSettings('restCall', given,
        [method: 'GET', url: null, credentialsId: null, header: 'Authorization: Bearer ', type: '', body: ''])
    if (!settings.url) {
        error 'restCall: say the url'
    }
    agentTools.need('restCall', 'curl', "Get it from the agent's package manager.")
    String script = "${pwd(tmp: true)}/rest-call.sh"
    writeFile file: script, text: libraryResource('io/jenkins/plugins/delivery/agent/rest-call.sh')
    String words = [script, settings.header, settings.method, settings.url, settings.type, settings.body]
        .collect { word -> agentTools.quoted(word.toString()) }.join(' ')
    String answer = ''
    withCredentials(settings.credentialsId ? [string(credentialsId: settings.credentialsId.toString(), variable: 'DELIVERY_TOKEN')] : []) {
        answer = sh(label: "${settings.method} ${settings.url}", script: "sh ${words}", returnStdout: true)
    }
    int end = answer.indexOf('\n')
    return [status: (end < 0 ? answer : answer.substring(0, end)).trim(), text: end < 0 ? '' : answer.substring(end + 1)]
}
