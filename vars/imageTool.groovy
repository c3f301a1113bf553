/**
 * Which tool builds an image of this workspace on this agent, and why: 'docker', 'buildkit', 'kaniko', 'buildpacks' or
 * 'jib'. A Dockerfile goes to what can read one; without it, Jib takes projects that Maven or Gradle build, and
 * Buildpacks take the rest.
 */
Map call(Map given = [:]) {
    Map settings = checkedSettings('imageTool', given, [tool: null, context: '.', dockerfile: null])
    String wanted = settings.tool == null ? null : settings.tool.toString()
    if (wanted != null && !ways().containsKey(wanted)) {
        error "buildImage: there is no tool '${wanted}' (known are ${ways().keySet().sort().join(', ')})"
    }
    Map project = projectOf(settings)
    List ready = readyTools()
    if (wanted != null) {
        if (!ready.contains(wanted)) {
            error "buildImage: tool '${wanted}' is asked for, but ${ways()[wanted]}"
        }
        return [tool: wanted, dockerfile: project.dockerfile, why: 'the Jenkinsfile says so']
    }
    return chosen(project, ready)
}

/** What each tool needs, worded so that it can follow 'but'. */
private Map ways() {
    return [
        docker: 'no Docker daemon answers: install Docker (https://docs.docker.com/engine/install), or give the agent its socket',
        buildkit: 'there is no buildctl, or no daemon at BUILDKIT_HOST: get both from https://github.com/moby/buildkit/releases',
        kaniko: "there is no /kaniko/executor: run the stage in Kaniko's debug image, as a container of the agent's pod",
        buildpacks: 'there is no pack, or no Docker daemon for it: get it from https://buildpacks.io/docs/install-pack',
        jib: 'neither Maven nor Gradle can build here: it needs a pom.xml, or a build.gradle with the plugin com.google.cloud.tools.jib'
    ]
}

private Map projectOf(Map settings) {
    String context = settings.context.toString()
    String dockerfile = settings.dockerfile == null ? null : settings.dockerfile.toString()
    if (dockerfile != null && !fileExists(dockerfile)) {
        error "buildImage: there is no '${dockerfile}' in this workspace"
    }
    for (name in ['Dockerfile', 'Containerfile']) {
        String path = context == '.' ? name : "${context}/${name}"
        if (dockerfile == null && fileExists(path)) {
            dockerfile = path
        }
    }
    return [dockerfile: dockerfile, jib: jibProject()]
}

/** Maven can be given Jib from outside; Gradle has to know its plugin. */
private String jibProject() {
    if (fileExists('pom.xml')) {
        return 'pom.xml'
    }
    for (name in ['build.gradle', 'build.gradle.kts']) {
        if (fileExists(name) && readFile(name).contains('com.google.cloud.tools.jib')) {
            return name
        }
    }
    return null
}

private List readyTools() {
    List programs = agentTools(['docker', 'buildctl', '/kaniko/executor', 'pack', 'mvn', 'gradle'])
    boolean daemon = programs.contains('docker') && answers('docker info')
    List ready = daemon ? ['docker'] : []
    if (programs.contains('buildctl') && answers('buildctl debug workers')) {
        ready << 'buildkit'
    }
    if (programs.contains('/kaniko/executor')) {
        ready << 'kaniko'
    }
    if (programs.contains('pack') && daemon) {
        ready << 'buildpacks'
    }
    boolean maven = fileExists('pom.xml') && (programs.contains('mvn') || fileExists('mvnw'))
    boolean gradle = jibProject() != null && !fileExists('pom.xml') && (programs.contains('gradle') || fileExists('gradlew'))
    return maven || gradle ? ready + ['jib'] : ready
}

private boolean answers(String command) {
    return sh(label: 'Ask whether a daemon answers', script: "${command} > /dev/null 2>&1", returnStatus: true) == 0
}

private Map chosen(Map project, List ready) {
    String reader = ['docker', 'buildkit', 'kaniko'].find { tool -> ready.contains(tool) }
    if (project.dockerfile != null && reader != null) {
        return [tool: reader, dockerfile: project.dockerfile, why: "${project.dockerfile} is here, and ${reader} is the first of docker, buildkit, kaniko that this agent has".toString()]
    }
    if (ready.contains('jib')) {
        String why = project.dockerfile == null ? 'there is no Dockerfile' : "nothing on this agent reads ${project.dockerfile}"
        return [tool: 'jib', dockerfile: null, why: "${why}, and Jib builds what ${project.jib} describes without a daemon".toString()]
    }
    if (project.dockerfile == null && ready.contains('buildpacks')) {
        return [tool: 'buildpacks', dockerfile: null, why: 'there is neither a Dockerfile nor a project for Jib, and pack finds out what this is']
    }
    List missing = project.dockerfile == null ? ['jib', 'buildpacks'] : ['docker', 'buildkit', 'kaniko']
    String reasons = missing.collect { tool -> "${tool}: ${ways()[tool]}" }.join('; ')
    error "buildImage: nothing on this agent builds ${project.dockerfile ?: 'an image without a Dockerfile'}. ${reasons}"
}
