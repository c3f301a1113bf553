/**
 * Migrates a database with Flyway, Liquibase or Alembic: backup first, dry run shown, migrate, verify; on failure it is undone where the tool
 * can, or restored. What was and was not done is a report.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('migrateDatabase', given,
        [url: null, credentialsId: null, command: null, tool: null, directory: '.', locations: null, backup: true, apply: true, onFailure: 'undo',
         environment: null, app: null, schemaFloor: null, name: null])
    check(settings)
    def result = null
    dir(settings.directory.toString()) {
        databaseTool.connected(settings) {
            if (settings.command) {
                sh settings.command.toString()
            } else {
                result = migrate(settings)
            }
        }
    }
    return result
}

private void check(Map settings) {
    if (!settings.command && !settings.url) {
        error 'migrateDatabase: say the url of the database, or the command that migrates it'
    }
    databaseTool.checkUrl('migrateDatabase', settings.url)
    if (!(settings.onFailure.toString() in ['undo', 'restore', 'keep'])) {
        error "migrateDatabase: onFailure '${settings.onFailure}' is none of undo, restore and keep"
    }
    if (settings.schemaFloor && !settings.environment) {
        error 'migrateDatabase: schemaFloor is kept for an environment: say the environment, too'
    }
    if (settings.onFailure.toString() == 'restore' && settings.backup != true) {
        error 'migrateDatabase: onFailure: \'restore\' needs the backup that this step makes: leave backup as it is'
    }
    if (settings.backup == true && !settings.command && !(settings.url.toString() ==~ /(jdbc:)?postgres(ql)?:.*/)) {
        error 'migrateDatabase: only PostgreSQL is backed up by itself: give a closure that does it (backup: { … }), or say backup: false'
    }
}

private Map migrate(Map settings) {
    settings.tool = (settings.tool ?: databaseTool()).toString()
    Map commands = databaseTool.commands('migrateDatabase', settings.tool, settings)
    try {
        databaseTool.section('foreseen.log', 'before', commands.state)
        Map due = report(settings, 'foreseen.log', 'dry run', true)
        show(commands, due)
        if (!settings.apply || due.figures.pending == 0) {
            return due
        }
        String backup = backedUp(settings)
        sh 'cp .delivery/foreseen.log .delivery/migration.log'
        databaseTool.section('migration.log', 'migrate', commands.migrate)
        if (commands.verify) {
            databaseTool.section('migration.log', 'verify', commands.verify)
        }
        databaseTool.section('migration.log', 'after', commands.state)
        Map done = report(settings + [backedUp: backup], 'migration.log', '', false)
        if (!done.passed) {
            failed(settings, commands, done, backup)
        }
        return done
    } finally {
        infrastructureTool.clean()
    }
}

private Map report(Map settings, String file, String what, boolean propagate) {
    Map facts = [tool: settings.tool]
    for (fact in ['environment', 'app', 'schemaFloor', 'onFailure']) {
        if (settings[fact]) {
            facts[fact] = settings[fact].toString()
        }
    }
    if (settings.backedUp) {
        facts.backup = settings.backedUp
    }
    String name = [settings.name ?: '', what].findAll { it }.join(' ')
    return deliveryReport(kind: 'database-migration', file: ".delivery/${file}", name: name, settings: facts, propagate: propagate)
}

/** What is going to run is in the log before it does. */
private void show(Map commands, Map due) {
    if (due.figures.pending == 0) {
        return
    }
    if (commands.dryRun) {
        sh "set +e; ${commands.dryRun}; true"
        return
    }
    for (script in (due.facts.scripts ?: '').split('\n').toList()) {
        if (script) {
            sh 'echo "--- "' + infrastructureTool.quoted(script) + '; cat ' + infrastructureTool.quoted(script)
        }
    }
}

private String backedUp(Map settings) {
    if (settings.backup instanceof Closure) {
        def made = settings.backup()
        return made ? made.toString() : 'made by the pipeline'
    }
    if (!settings.backup) {
        return ''
    }
    Map made = backupDatabase(url: settings.url, credentialsId: settings.credentialsId,
        file: "migration-${env.BUILD_NUMBER}-${UUID.randomUUID().toString().take(8)}.dump")
    settings.made = made
    return "${made.file}, SHA-256 ${made.sha256}"
}

/** Says what was done, what was undone, and how to go on; and does not come back. */
private void failed(Map settings, Map commands, Map done, String backup) {
    String said = "migrateDatabase: ${done.violations.join('; ')} (${done.summary})."
    if (settings.onFailure.toString() == 'restore') {
        try {
            restoreDatabase(url: settings.url, credentialsId: settings.credentialsId, backup: settings.made, drill: false, overwrite: true,
                name: "${settings.name ?: ''} after failure".trim().toString())
        } catch (hudson.AbortException e) {
            report(settings + [onFailure: 'keep', backedUp: backup], 'migration.log', 'left as it is', false)
            error "${said} The backup could not be restored either: ${e.message}." + onwards(backup)
        }
        error "${said} The database is as it was before: the backup was restored. Correct the migration, and run the stage again."
    }
    if (settings.onFailure.toString() == 'undo' && done.figures.applied > 0) {
        if (commands.undo && done.figures.undoable == done.figures.applied) {
            undo(settings, commands, done, said)
        }
        error "${said} ${settings.tool} cannot undo what was applied, so it stays." + onwards(backup)
    }
    error said + (done.figures.applied > 0 ? ' What was applied stays.' : ' Nothing was applied.') + onwards(backup)
}

private void undo(Map settings, Map commands, Map done, String said) {
    String count = done.figures.applied.toString()
    sh "sed -e '/^=== delivery after ===\$/,\$!d' -e 's/^=== delivery after/=== delivery before/' .delivery/migration.log > .delivery/undo.log"
    String command = settings.tool == 'flyway'
        ? "for i in \$(seq 1 ${count}); do ${commands.undo} || exit 1; done"
        : commands.undo.replace('DELIVERY_COUNT', count)
    databaseTool.section('undo.log', 'undo', "( ${command} )")
    databaseTool.section('undo.log', 'after', commands.state)
    Map undone = report(settings + [backedUp: null], 'undo.log', 'undo', false)
    if (undone.passed && undone.figures.undone == done.figures.applied) {
        error "${said} ${count} undone again: the database is as it was before. Correct the migration, and run the stage again."
    }
    error "${said} Undoing did not get through either (${undone.summary}): ${undone.violations.join('; ')}. Restore the backup with restoreDatabase."
}

private String onwards(String backup) {
    return ' Correct the migration, and run the stage again: it goes on from there.' +
        (backup ? " Or go back to the backup from before (${backup}) with restoreDatabase(drill: false, overwrite: true)." : '')
}
