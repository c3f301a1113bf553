/**
 * Builds an image with Jib, which needs no Docker, and returns what was built: image, version, digest and the
 * reference by digest that everything after it should use.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('buildImage', given,
        [image: null, version: null, push: true, credentialsId: null, arguments: ''])
    for (name in ['image', 'version']) {
        if (!settings[name]) {
            error "buildImage: say the ${name}"
        }
    }
    if (settings.version.toString() == 'latest') {
        error "buildImage: 'latest' says nothing of what is inside; give a version of its own"
    }
    if (!fileExists('pom.xml')) {
        error 'buildImage: there is no pom.xml here; Jib builds images of Maven projects'
    }
    String goal = settings.push ? 'build' : 'buildTar'
    withEnv(["DELIVERY_IMAGE=${settings.image}:${settings.version}"]) {
        withRegistry(settings.credentialsId) { String login ->
            String options = "-Djib.to.image=\"\$DELIVERY_IMAGE\"${login} ${settings.arguments}".trim()
            sh "${buildTool.command('maven')} -DskipTests package com.google.cloud.tools:jib-maven-plugin:${goal} ${options}"
        }
    }
    String digest = readFile('target/jib-image.digest').trim()
    if (!(digest ==~ /sha256:[0-9a-f]{64}/)) {
        error "buildImage: Jib left no digest in target/jib-image.digest, but '${digest}'"
    }
    return [image: settings.image.toString(), version: settings.version.toString(), digest: digest,
            reference: "${settings.image}@${digest}".toString()]
}

private void withRegistry(credentialsId, Closure body) {
    if (!credentialsId) {
        body('')
        return
    }
    withCredentials([usernamePassword(credentialsId: credentialsId.toString(),
            usernameVariable: 'DELIVERY_REGISTRY_USER', passwordVariable: 'DELIVERY_REGISTRY_PASSWORD')]) {
        body(' -Djib.to.auth.username="$DELIVERY_REGISTRY_USER" -Djib.to.auth.password="$DELIVERY_REGISTRY_PASSWORD"')
    }
}
