/**
 * Runs the block with a login to the registry of an image: programs that read Docker's configuration find it over
 * DOCKER_CONFIG, and nothing of it stays behind.
 */
def call(Map given = [:], Closure body) {
    Map settings = checkedSettings('registry', given, [image: null, credentialsId: null])
    if (!settings.credentialsId) {
        return body()
    }
    String folder = "${pwd(tmp: true)}/registry-${env.BUILD_NUMBER}"
    withCredentials([usernamePassword(credentialsId: settings.credentialsId.toString(),
            usernameVariable: 'DELIVERY_REGISTRY_USER', passwordVariable: 'DELIVERY_REGISTRY_PASSWORD')]) {
        withEnv(["DOCKER_CONFIG=${folder}", "REGISTRY_AUTH_FILE=${folder}/config.json",
                 "DELIVERY_REGISTRY=${loginHost(parsed(settings.image.toString()).host)}"]) {
            try {
                sh label: 'Log in to the registry', script: '''set +x
                    umask 077
                    mkdir -p "$DOCKER_CONFIG"
                    auth=$(printf '%s:%s' "$DELIVERY_REGISTRY_USER" "$DELIVERY_REGISTRY_PASSWORD" | base64 | tr -d '\\n')
                    printf '{"auths":{"%s":{"auth":"%s"}}}' "$DELIVERY_REGISTRY" "$auth" > "$DOCKER_CONFIG/config.json"'''
                return body()
            } finally {
                sh label: 'Log out', script: 'rm -rf "$DOCKER_CONFIG"'
            }
        }
    }
}

/**
 * The digest that a tag has in its registry; null when there is no such tag.
 *
 * A registry that refuses, or does not answer, ends the build with what it said.
 */
String digest(Map given) {
    Map settings = checkedSettings('registry.digest', given, [image: null, tag: null, credentialsId: null, insecure: false])
    Map name = parsed(settings.image.toString())
    String script = "${pwd(tmp: true)}/registry-digest.sh"
    writeFile file: script, text: libraryResource('io/jenkins/plugins/delivery/agent/registry-digest.sh')
    agentTools.need('publishArtifact', 'curl', "It asks the registry whether a version exists; get it from the agent's package manager.")
    String words = [script, settings.insecure ? 'http' : 'https', name.host, name.repository, settings.tag.toString()]
        .collect { word -> agentTools.quoted(word.toString()) }.join(' ')
    String answer = ''
    registry(image: settings.image, credentialsId: settings.credentialsId) {
        answer = sh(label: 'Ask the registry for the version', script: "sh ${words}", returnStdout: true).trim()
    }
    return judged(settings, name, answer)
}

private String judged(Map settings, Map name, String answer) {
    String status = answer.tokenize(' ')[0]
    if (status == '404') {
        return null
    }
    if (status == '401' || status == '403') {
        String who = settings.credentialsId ? "the credential '${settings.credentialsId}'" : 'who comes without a credential'
        error "publishArtifact: the registry ${name.host} refuses ${who} for ${name.repository} (HTTP ${status}). Nothing was pushed; " +
            'give a credentialsId whose user may pull and push there'
    }
    if (status != '200') {
        error "publishArtifact: the registry ${name.host} does not say whether ${name.repository}:${settings.tag} exists " +
            "(${status == '000' ? answer.substring(3).trim() : 'HTTP ' + status}). Nothing was pushed; try again when it answers"
    }
    return answer.tokenize(' ')[1]
}

/** Host and repository of an image's name, as Docker reads it: without a host, Docker Hub is meant. */
@NonCPS
Map parsed(String image) {
    int slash = image.indexOf('/')
    String first = slash < 0 ? '' : image.substring(0, slash)
    if (first.contains('.') || first.contains(':') || first == 'localhost') {
        return [host: first == 'docker.io' ? 'registry-1.docker.io' : first, repository: image.substring(slash + 1)]
    }
    return [host: 'registry-1.docker.io', repository: slash < 0 ? "library/${image}".toString() : image]
}

/** Docker Hub's login is kept under an address of its own. */
@NonCPS
private String loginHost(String host) {
    return host == 'registry-1.docker.io' ? 'https://index.docker.io/v1/' : host
}
