/**
 * Brings into its registry what buildImage built, byte for byte where the tool allows it, and returns it with its digest
 * and the reference by digest that everything after it should use. A version is published once.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('publishArtifact', given,
        [image: null, credentialsId: null, insecure: false, overwrite: false, arguments: ''])
    if (!(settings.image instanceof Map) || !settings.image.image || !settings.image.version || !settings.image.tool) {
        error 'publishArtifact: say the image, as buildImage returned it'
    }
    Map image = settings.image
    String there = registry.digest(image: image.image, tag: image.version, credentialsId: settings.credentialsId, insecure: settings.insecure)
    if (there != null && there == image.digest) {
        echo "publishArtifact: ${image.image}:${image.version} is published already, with the same digest ${there}"
        return published(image, there)
    }
    if (there != null && !settings.overwrite) {
        error "publishArtifact: ${image.image}:${image.version} exists already, with digest ${there}" +
            "${image.digest ? ", and what was built is ${image.digest}" : ''}. Nothing was pushed: raise the version, or deploy what is published"
    }
    String pushed = null
    registry(image: image.image, credentialsId: settings.credentialsId) {
        pushed = push(image, settings)
    }
    return published(image, checked(image, pushed))
}

private String push(Map image, Map settings) {
    switch (image.tool) {
        case 'jib': return pushWithJib(image, settings)
        case 'docker':
        case 'buildpacks': return pushWithDocker(image)
        default: return pushArchive(image, settings)
    }
}

/** Jib builds the same bytes again, and pushes the layers that the registry lacks. */
private String pushWithJib(Map image, Map settings) {
    String insecure = settings.insecure ? ' -Djib.allowInsecureRegistries=true -DsendCredentialsOverHttp=true' : ''
    execute(image, "${image.command.replace('JIB_GOAL', image.buildTool == 'maven' ? 'build' : 'jib')}${insecure} ${settings.arguments}".trim())
    return readFile(image.digestFile).trim()
}

private String pushWithDocker(Map image) {
    for (tag in image.tags) {
        execute(image, "docker push ${agentTools.quoted("${image.image}:${tag}".toString())}")
    }
    String known = sh(label: 'Resolve the digest', returnStdout: true,
        script: "docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' ${agentTools.quoted("${image.image}:${image.version}".toString())}")
    String line = known.readLines().find { one -> one.startsWith("${image.image}@") }
    return line == null ? '' : line.substring(line.indexOf('@') + 1).trim()
}

/** What BuildKit and Kaniko left is a tar that crane and skopeo push as it is. */
private String pushArchive(Map image, Map settings) {
    List programs = agentTools(['crane', 'skopeo'])
    String target = "${image.image}:${image.version}"
    List others = image.tags.findAll { tag -> tag != image.version }
    if (programs.contains('crane')) {
        String insecure = settings.insecure ? ' --insecure' : ''
        execute(image, "crane push${insecure} ${agentTools.quoted(image.archive)} ${agentTools.quoted(target)} --image-refs .delivery/image.refs")
        for (tag in others) {
            execute(image, "crane tag${insecure} ${agentTools.quoted(target)} ${agentTools.quoted(tag)}")
        }
        String reference = readFile('.delivery/image.refs').trim()
        return reference.substring(reference.indexOf('@') + 1)
    }
    if (programs.contains('skopeo')) {
        String plain = settings.insecure ? ' --dest-tls-verify=false' : ''
        for (tag in image.tags) {
            execute(image, "skopeo copy${plain} --digestfile .delivery/image.digest docker-archive:${agentTools.quoted(image.archive)} " +
                "docker://${agentTools.quoted("${image.image}:${tag}".toString())}")
        }
        return readFile('.delivery/image.digest').trim()
    }
    error "publishArtifact: ${image.tool} built ${image.archive}, and this agent has nothing that pushes it. Nothing was pushed: get crane " +
        '(https://github.com/google/go-containerregistry/releases) or skopeo (of most distributions)'
}

private void execute(Map image, String command) {
    if (sh(label: 'Push the image', script: command, returnStatus: true) != 0) {
        error "publishArtifact: pushing ${image.image}:${image.version} failed, see the log above. Its tag may or may not be there: " +
            'run the stage again, which pushes only what the registry lacks'
    }
}

private String checked(Map image, String digest) {
    if (!(digest ==~ /sha256:[0-9a-f]{64}/)) {
        error "publishArtifact: ${image.tool} pushed ${image.image}:${image.version}, but did not say its digest ('${digest}')"
    }
    if (image.digest && image.digest != digest) {
        error "publishArtifact: ${digest} was published, but ${image.digest} was built and checked; deploy neither, and build again"
    }
    return digest
}

private Map published(Map image, String digest) {
    return image + [digest: digest, reference: "${image.image}@${digest}".toString(), published: true]
}
