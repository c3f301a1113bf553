/**
 * Builds an image with what is there (docker, buildkit, kaniko, buildpacks or jib), looks it over, writes its bill of
 * materials, and returns what was built: image, version, commit, tags, digest, the reference that everything after it
 * should use, tool, archive and sbom.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('buildImage', given,
        [image: null, version: null, tool: null, context: '.', dockerfile: null, labels: [:], sbom: true, review: true,
         gates: null, allowDirty: false, push: true, credentialsId: null, insecure: false, overwrite: false, arguments: ''])
    for (name in ['image', 'version']) {
        if (!settings[name]) {
            error "buildImage: say the ${name}"
        }
    }
    checkNames(settings.image.toString(), settings.version.toString())
    Map source = sourceOf(settings)
    Map tool = imageTool(tool: settings.tool, context: settings.context, dockerfile: settings.dockerfile)
    echo "buildImage: ${tool.tool}, because ${tool.why}"
    Map built = [image: settings.image.toString(), version: settings.version.toString(), commit: source.commit,
                 tags: source.commit ? [settings.version.toString(), "sha-${source.commit.take(12)}".toString()] : [settings.version.toString()],
                 labels: labelsOf(settings, source), tool: tool.tool, digest: null, archive: null, sbom: null]
    built = build(built, tool, settings)
    built.reference = built.digest ? "${built.image}@${built.digest}".toString() : "${built.image}:${built.version}".toString()
    built.sbom = settings.sbom ? imageSbom(image: built) : null
    if (settings.review) {
        review(built, tool, settings)
    }
    if (!settings.push) {
        return built
    }
    return publishArtifact(image: built, credentialsId: settings.credentialsId, insecure: settings.insecure, overwrite: settings.overwrite)
}

private void checkNames(String image, String version) {
    if (version == 'latest') {
        error "buildImage: 'latest' says nothing of what is inside; give a version of its own"
    }
    if (!(version ==~ /[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}/)) {
        error "buildImage: '${version}' cannot be a tag: letters, digits, '_', '.' and '-', at most 128 of them"
    }
    if (!(image ==~ /([A-Za-z0-9.-]+(:[0-9]+)?\/)?[a-z0-9]+([._\/-]+[a-z0-9]+)*/)) {
        error "buildImage: '${image}' is no repository: a registry, then lower-case letters, digits, '.', '_', '-' and '/', without a tag"
    }
}

/** What the workspace was checked out from; nothing for one that Git does not know. */
private Map sourceOf(Map settings) {
    String said = sh(label: 'Look at the checkout', returnStdout: true, script: '''set +x
        if [ -n "$(git ls-files 2> /dev/null | head -n 1)" ]; then
          git rev-parse HEAD
          git log -1 --format=%cI
          git config --get remote.origin.url || echo
          git status --porcelain --untracked-files=no -- .
        fi''')
    List lines = said.readLines()
    if (lines.size() < 2) {
        return [commit: null, created: null, url: null]
    }
    List changed = lines.drop(3)
    if (!changed.isEmpty() && !settings.allowDirty) {
        error "buildImage: the checkout is dirty (${changed.take(3).collect { line -> line.trim() }.join(', ')}${changed.size() > 3 ? ', …' : ''}), so the commit " +
            'would not say what is inside. Commit, or clean the workspace; allowDirty: true builds it nevertheless, without a commit'
    }
    return [commit: changed.isEmpty() ? lines[0] : null, created: lines[1], url: withoutLogin(lines[2])]
}

@NonCPS
private String withoutLogin(String url) {
    return url.replaceFirst('//[^/@]*@', '//')
}

/** Source: https://github.com/opencontainers/image-spec/blob/main/annotations.md */
private Map labelsOf(Map settings, Map source) {
    String image = settings.image.toString()
    Map labels = ['org.opencontainers.image.title': image.substring(image.lastIndexOf('/') + 1),
                  'org.opencontainers.image.version': settings.version.toString()]
    Map more = ['org.opencontainers.image.revision': source.commit, 'org.opencontainers.image.created': source.created,
                'org.opencontainers.image.source': source.url]
    for (name in more.keySet()) {
        if (more[name]) {
            labels[name] = more[name]
        }
    }
    return labels + settings.labels
}

private void review(Map built, Map tool, Map settings) {
    String script = "${pwd(tmp: true)}/image-facts.sh"
    writeFile file: script, text: libraryResource('io/jenkins/plugins/delivery/agent/image-facts.sh')
    String words = [script, built.archive, tool.dockerfile ?: ''].collect { word -> agentTools.quoted(word.toString()) }.join(' ')
    execute(built, "sh ${words} > .delivery/image.facts")
    deliveryReport([kind: 'image', name: "Image ${built.image}".toString(), file: '.delivery/image.facts'] +
        (settings.gates == null ? [:] : [gates: settings.gates]))
}

private Map build(Map built, Map tool, Map settings) {
    sh label: 'Make room for what is built', script: 'mkdir -p .delivery'
    switch (built.tool) {
        case 'docker': return withDocker(built, tool, settings)
        case 'buildkit': return withBuildKit(built, tool, settings)
        case 'kaniko': return withKaniko(built, tool, settings)
        case 'buildpacks': return withBuildpacks(built, settings)
        default: return withJib(built, settings)
    }
}

private Map withDocker(Map built, Map tool, Map settings) {
    make(built, ['docker', 'build', '--file', tool.dockerfile ?: 'Dockerfile'] + repeated('--label', pairs(built.labels)) + repeated('--tag', names(built)),
        settings, [settings.context])
    return saved(built, settings)
}

private Map withBuildKit(Map built, Map tool, Map settings) {
    String file = tool.dockerfile ?: 'Dockerfile'
    int slash = file.lastIndexOf('/')
    make(built, ['buildctl', 'build', '--frontend', 'dockerfile.v0', '--local', "context=${settings.context}",
                '--local', "dockerfile=${slash < 0 ? '.' : file.substring(0, slash)}", '--opt', "filename=${file.substring(slash + 1)}"] +
        repeated('--opt', pairs(built.labels).collect { pair -> "label:${pair}" }) +
        ['--output', "type=docker,name=${built.image}:${built.version},dest=.delivery/image.tar"], settings, [])
    return built + [archive: '.delivery/image.tar']
}

private Map withKaniko(Map built, Map tool, Map settings) {
    make(built, ['/kaniko/executor', '--context', "dir://${pwd()}/${settings.context}", '--dockerfile', tool.dockerfile ?: 'Dockerfile'] +
        repeated('--destination', names(built)) + repeated('--label', pairs(built.labels)) +
        ['--no-push', '--reproducible', '--tar-path', '.delivery/image.tar', '--digest-file', '.delivery/image.digest'], settings, [])
    return built + [archive: '.delivery/image.tar']
}

/** Labels are set by Paketo's image-labels buildpack. */
private Map withBuildpacks(Map built, Map settings) {
    List tags = names(built)
    make(built, ['pack', 'build', tags[0], '--path', settings.context] + repeated('--tag', tags.drop(1)) +
        ['--env', "BP_IMAGE_LABELS=${pairs(built.labels).collect { pair -> "\"${pair}\"" }.join(' ')}"], settings, [])
    return saved(built, settings)
}

private Map withJib(Map built, Map settings) {
    String divided = built.labels.keySet().find { name -> built.labels[name].toString().contains(',') }
    if (divided != null) {
        error "buildImage: the label ${divided} has a comma, which Jib takes for the end of it"
    }
    String maker = fileExists('pom.xml') ? 'maven' : 'gradle'
    List options = ["-Djib.to.image=${built.image}:${built.version}", "-Djib.container.labels=${pairs(built.labels).join(',')}"] +
        (built.tags.size() > 1 ? ["-Djib.to.tags=${built.tags.drop(1).join(',')}"] : [])
    String words = options.collect { word -> agentTools.quoted(word.toString()) }.join(' ')
    String goal = maker == 'maven' ? "-DskipTests package com.google.cloud.tools:jib-maven-plugin:${jibVersion()}JIB_GOAL" : 'JIB_GOAL'
    String command = "${buildTool.command(maker)} ${goal} ${words} ${settings.arguments}".trim()
    execute(built, command.replace('JIB_GOAL', maker == 'maven' ? 'buildTar' : 'jibBuildTar'))
    String folder = maker == 'maven' ? 'target' : 'build'
    String digest = readFile("${folder}/jib-image.digest").trim()
    if (!(digest ==~ /sha256:[0-9a-f]{64}/)) {
        error "buildImage: Jib left no digest in ${folder}/jib-image.digest, but '${digest}'"
    }
    return built + [digest: digest, archive: "${folder}/jib-image.tar".toString(), digestFile: "${folder}/jib-image.digest".toString(),
                    buildTool: maker, command: command]
}

/** A project that says nothing of Jib gets one that does not change from day to day. */
private String jibVersion() {
    return readFile('pom.xml').contains('jib-maven-plugin') ? '' : '3.5.1:'
}

/** An image that only the daemon has, as a file: to look it over, and for scanners. */
private Map saved(Map built, Map settings) {
    if (!settings.review) {
        return built
    }
    execute(built, "docker save --output .delivery/image.tar ${agentTools.quoted("${built.image}:${built.version}".toString())}")
    return built + [archive: '.delivery/image.tar']
}

private void make(Map built, List words, Map settings, List last) {
    String command = words.collect { word -> agentTools.quoted(word.toString()) }.join(' ')
    String ending = last.collect { word -> agentTools.quoted(word.toString()) }.join(' ')
    execute(built, "${command} ${settings.arguments} ${ending}".trim())
}

private void execute(Map built, String command) {
    if (sh(label: "Build the image with ${built.tool}", script: command, returnStatus: true) != 0) {
        error "buildImage: ${built.tool} could not build ${built.image}:${built.version}, see the log above. Nothing was pushed"
    }
}

private List names(Map built) {
    return built.tags.collect { tag -> "${built.image}:${tag}".toString() }
}

private List pairs(Map labels) {
    List pairs = []
    for (name in labels.keySet()) {
        pairs << "${name}=${labels[name]}".toString()
    }
    return pairs
}

private List repeated(String option, List values) {
    List words = []
    for (value in values) {
        words << option
        words << value
    }
    return words
}
