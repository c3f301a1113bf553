/**
 * Writes the bill of materials of an image as CycloneDX, archives it and returns its path; null where nothing on the agent can. What
 * looks into the image is preferred to what only knows the project.
 */
String call(Map given = [:]) {
    Map settings = checkedSettings('imageSbom', given, [image: null, file: '.delivery/sbom.cdx.json'])
    String file = settings.file.toString()
    String command = commandOf(settings.image as Map, file)
    if (command == null) {
        echo 'imageSbom: there is no bill of materials, because this agent has neither syft (https://github.com/anchore/syft) nor trivy ' +
            '(https://trivy.dev), and the project is neither of Maven nor of npm'
        return null
    }
    if (sh(label: 'Write the bill of materials', script: command, returnStatus: true) != 0) {
        error "imageSbom: the bill of materials could not be written, see the log above. The image is built, and nothing was pushed"
    }
    if (!readFile(file).contains('CycloneDX')) {
        error "imageSbom: '${file}' is no CycloneDX document"
    }
    archiveArtifacts artifacts: file, fingerprint: true
    return file
}

private String commandOf(Map image, String file) {
    List programs = agentTools(['syft', 'trivy', 'npm'])
    String target = agentTools.quoted(file)
    String archive = image?.archive ? agentTools.quoted(image.archive) : null
    if (archive && programs.contains('syft')) {
        return "syft scan ${archive} --output cyclonedx-json=${target}"
    }
    if (archive && programs.contains('trivy')) {
        return "trivy image --input ${archive} --format cyclonedx --output ${target}"
    }
    if (fileExists('pom.xml')) {
        int slash = file.lastIndexOf('/')
        String name = file.substring(slash + 1).replaceFirst(/\.json$/, '')
        return "${buildTool.command('maven')} org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom -DoutputFormat=json " +
            "-DoutputDirectory=\"\$PWD/${slash < 0 ? '.' : file.substring(0, slash)}\" -DoutputName=${name}"
    }
    if (fileExists('package-lock.json') && programs.contains('npm')) {
        return "npm sbom --sbom-format cyclonedx --omit dev > ${target}"
    }
    return null
}
