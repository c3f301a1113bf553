/** Writes what a release of this build brings, who approved it and how to go back, and archives it. Returns the text. */
String call(Map given = [:]) {
    Map settings = checkedSettings('releaseNotes', given,
        [environment: 'production', app: null, file: 'release-notes.md', archive: true])
    Map notes = deliveryNotes(about: 'RELEASE', environment: settings.environment.toString(), app: settings.app)
    if (!notes.markdown) {
        error "releaseNotes: this build has deployed nothing to ${settings.environment} that could be told of"
    }
    if (settings.file) {
        writeFile file: settings.file.toString(), text: notes.markdown, encoding: 'UTF-8'
        if (settings.archive) {
            archiveArtifacts artifacts: settings.file.toString(), fingerprint: true
        }
    }
    return notes.markdown
}
