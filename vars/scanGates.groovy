/** The default gates of this library for securityScan: nothing critical, no secret, nothing new that is high; new of medium severity makes a build unstable. */
List call() {
    return parsed(libraryResource('io/jenkins/plugins/delivery/scan-gates.json'))
}

@NonCPS
private List parsed(String json) {
    List gates = []
    for (gate in new groovy.json.JsonSlurper().parseText(json)) {
        gates << [:] + gate
    }
    return gates
}
