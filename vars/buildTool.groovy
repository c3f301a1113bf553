/** What builds this workspace: 'maven', 'gradle' or 'npm'. Its wrapper is preferred to what the agent has. */
String call() {
    if (fileExists('pom.xml')) {
        return 'maven'
    }
    if (fileExists('build.gradle') || fileExists('build.gradle.kts')) {
        return 'gradle'
    }
    if (fileExists('package.json')) {
        return 'npm'
    }
    error 'There is no pom.xml, build.gradle or package.json here, so the build tool is not known: say the command.'
}

/** How the tool is called on this agent. */
String command(String tool) {
    switch (tool) {
        case 'maven': return fileExists('mvnw') ? './mvnw -B -ntp' : 'mvn -B -ntp'
        case 'gradle': return fileExists('gradlew') ? './gradlew --console=plain' : 'gradle --console=plain'
        case 'npm': return 'npm'
        default: error "buildTool: there is no tool '${tool}' (known are gradle, maven, npm)"
    }
}
