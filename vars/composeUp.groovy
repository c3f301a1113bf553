/**
 * Brings an application up with Docker Compose on a development machine, and the version before back when it does not get healthy or the
 * block fails. The Compose file finds the image as IMAGE.
 */
def call(Map given = [:], Closure check = null) {
    Map settings = checkedSettings('composeUp', given, [app: null, image: null, file: null, timeout: '120', arguments: ''])
    for (name in ['app', 'image']) {
        if (!settings[name]) {
            error "composeUp: say the ${name}"
        }
    }
    String file = settings.file ? settings.file.toString() : ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'].find { name -> fileExists(name) }
    if (file == null || !fileExists(file)) {
        error "composeUp: there is no '${file ?: 'compose.yaml'}' in this workspace"
    }
    agentTools.need('composeUp', 'docker', 'Install Docker with its Compose plugin: https://docs.docker.com/compose/install.')
    String before = running(settings)
    String project = "docker compose --file ${agentTools.quoted(file)} --project-name ${agentTools.quoted(settings.app.toString())}"
    boolean healthy = false
    try {
        up(project, settings, settings.image.toString())
        if (check != null) {
            check()
        }
        healthy = true
    } finally {
        if (!healthy) {
            back(project, settings, before)
        }
    }
    return [app: settings.app.toString(), image: settings.image.toString(), previous: before]
}

private void up(String project, Map settings, String image) {
    withEnv(["IMAGE=${image}"]) {
        String command = "${project} up --detach --wait --wait-timeout ${agentTools.quoted(settings.timeout.toString())} ${settings.arguments}".trim()
        if (sh(label: 'Bring it up', script: command, returnStatus: true) != 0) {
            sh label: 'Say why', script: "${project} logs --tail 50", returnStatus: true
            error "composeUp: ${settings.app} did not get healthy with ${image} within ${settings.timeout} s, see its log above"
        }
    }
}

/** The image of the project's containers, told by the label that Compose gives them; null where nothing runs. */
private String running(Map settings) {
    String filter = agentTools.quoted("label=com.docker.compose.project=${settings.app}".toString())
    String images = sh(label: 'Look at what runs', returnStdout: true, script: "docker ps --filter ${filter} --format '{{.Image}}'")
    String repository = settings.image.toString().replaceFirst('(@sha256:[0-9a-f]+|:[^/:]+)$', '')
    return images.readLines().find { line -> line.startsWith("${repository}:") || line.startsWith("${repository}@") }
}

/** What went wrong is what people have to hear; so a way back that fails is told, and hides nothing. */
private void back(String project, Map settings, String before) {
    if (before == null) {
        sh label: 'Take it down', script: "${project} down", returnStatus: true
        return
    }
    try {
        up(project, settings, before)
        echo "composeUp: ${settings.app} is back on ${before}"
    } catch (Exception e) {
        echo "composeUp: ${settings.app} could not be brought back to ${before}: ${e.message}"
    }
}
