/** Writes the report on a release of this build that was taken back after users met it. Returns the text; null if there was none. */
String call(Map given = [:]) {
    Map settings = checkedSettings('incidentReport', given,
        [environment: 'production', app: null, file: 'incident.md', archive: true])
    Map report = deliveryNotes(about: 'INCIDENT', environment: settings.environment.toString(), app: settings.app)
    if (!report.markdown) {
        echo "incidentReport: nothing that this build brought to ${settings.environment} was taken back after users met it"
        return null
    }
    if (settings.file) {
        writeFile file: settings.file.toString(), text: report.markdown, encoding: 'UTF-8'
        if (settings.archive) {
            archiveArtifacts artifacts: settings.file.toString()
        }
    }
    return report.markdown
}
