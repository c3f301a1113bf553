/** Migrates a database with Flyway, or with a command of your own that finds the credentials in its environment. */
def call(Map given = [:]) {
    Map settings = checkedSettings('migrateDatabase', given, [url: null, credentialsId: null, command: null])
    if (!settings.command && !settings.url) {
        error 'migrateDatabase: say the url of the database, or the command that migrates it'
    }
    String command = settings.command ?: "${buildTool.command('maven')} flyway:migrate flyway:validate"
    withEnv(settings.url ? ["FLYWAY_URL=${settings.url}"] : []) {
        if (settings.credentialsId) {
            withCredentials([usernamePassword(credentialsId: settings.credentialsId.toString(),
                    usernameVariable: 'FLYWAY_USER', passwordVariable: 'FLYWAY_PASSWORD')]) {
                sh command
            }
        } else {
            sh command
        }
    }
}
