/**
 * Restores a backup and measures it: into a scratch database that is dropped afterwards (a drill), or over the database itself, which has
 * to be said.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('restoreDatabase', given,
        [url: null, credentialsId: null, backup: null, drill: true, overwrite: false, name: null, maxRecovery: null, maxAge: null, keep: false])
    check(settings)
    String file = settings.backup instanceof Map ? settings.backup.file : settings.backup
    if (!fileExists(file) || !fileExists("${file}.txt")) {
        error "restoreDatabase: there is no '${file}' with its '${file}.txt' here, as backupDatabase writes them"
    }
    if (settings.backup instanceof Map && settings.backup.sha256) {
        infrastructureTool.checkReviewed('restoreDatabase', file, settings.backup.sha256)
    }
    Map report = null
    databaseTool.connected(settings) {
        try {
            restore(settings, file)
            report = deliveryReport(kind: 'restore-drill', file: '.delivery-restore/restore.txt', name: settings.name ?: '', gates: gates(settings))
        } finally {
            if (settings.drill && !settings.keep) {
                sh '[ ! -f .delivery-restore/scratch ] || dropdb --if-exists --force --maintenance-db="$DELIVERY_DATABASE" "$(cat .delivery-restore/scratch)"'
            }
            sh 'rm -rf .delivery-restore'
        }
    }
    return report
}

private void check(Map settings) {
    for (name in ['url', 'backup']) {
        if (!settings[name]) {
            error "restoreDatabase: say the ${name}"
        }
    }
    databaseTool.checkUrl('restoreDatabase', settings.url)
    databaseTool.checkPostgres('restoreDatabase', settings, ['psql', 'pg_restore', 'createdb', 'dropdb'])
    if (!settings.drill && !settings.overwrite) {
        error 'restoreDatabase: drill: false replaces what is in the database; say overwrite: true, too'
    }
}

/** Everything is counted after the restore: nobody works with a database that is not there yet. */
private void restore(Map settings, String file) {
    String counts = backupDatabase.databaseCounts('restored')
    sh 'umask 077; mkdir -p .delivery-restore'
    writeFile file: '.delivery-restore/counts.sql', text: counts
    String scratch = "drill_${env.BUILD_NUMBER}_${UUID.randomUUID().toString().take(8)}"
    writeFile file: '.delivery-restore/scratch', text: scratch
    String into = settings.drill
        ? "createdb --maintenance-db=\"\$DELIVERY_DATABASE\" ${scratch}; into=\$(psql --no-psqlrc -qtA -d \"\$DELIVERY_DATABASE\" -c 'SELECT 1' > /dev/null;" +
            " printf %s \"\$DELIVERY_DATABASE\" | sed -E 's#^([a-z]+://[^/]*/)[^?]*#\\1${scratch}#')"
        : 'into=$DELIVERY_DATABASE'
    String how = settings.drill ? '--no-owner --no-privileges' : '--clean --if-exists --single-transaction'
    withEnv(["DELIVERY_BACKUP=${file}"]) {
        sh "umask 077; cp \"\$DELIVERY_BACKUP.txt\" .delivery-restore/restore.txt; echo \"begunAt=\$(date +%s%3N)\" >> .delivery-restore/restore.txt; ${into};" +
            " code=0; pg_restore --exit-on-error ${how} --dbname \"\$into\" \"\$DELIVERY_BACKUP\" || code=\$?;" +
            " echo \"readyAt=\$(date +%s%3N)\" >> .delivery-restore/restore.txt; echo \"exit=\$code\" >> .delivery-restore/restore.txt;" +
            " psql --no-psqlrc -qtA --set ON_ERROR_STOP=1 --dbname \"\$into\" --file .delivery-restore/counts.sql >> .delivery-restore/restore.txt"
    }
}

private List gates(Map settings) {
    List gates = [[figure: 'incomplete', max: 0]]
    if (settings.maxRecovery != null) {
        gates << [figure: 'recoverySeconds', max: settings.maxRecovery]
    }
    if (settings.maxAge != null) {
        gates << [figure: 'recoveryPointSeconds', max: settings.maxAge]
    }
    return gates
}
