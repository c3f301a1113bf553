/** Backs a PostgreSQL database up, counts what is in it at the same moment, and returns where it is: file, sha256, bytes and takenAt. */
def call(Map given = [:]) {
    Map settings = checkedSettings('backupDatabase', given, [url: null, credentialsId: null, file: null, count: true, store: null])
    if (!settings.url) {
        error 'backupDatabase: say the url of the database'
    }
    databaseTool.checkUrl('backupDatabase', settings.url)
    databaseTool.checkPostgres('backupDatabase', settings, ['psql', 'pg_dump'])
    String file = (settings.file ?: "backup-${env.BUILD_NUMBER}-${UUID.randomUUID().toString().take(8)}.dump").toString()
    String name = infrastructureTool.quoted(file)
    databaseTool.connected(settings) {
        withEnv(["DELIVERY_BACKUP=${file}"]) {
            writeFile file: '.delivery-backup.sql', text: script(settings.count)
            try {
                sh 'umask 077; mkdir -p "$(dirname "$DELIVERY_BACKUP")"; rm -f "$DELIVERY_BACKUP" "$DELIVERY_BACKUP.txt";' +
                    ' echo "takenAt=$(date +%s)000" > "$DELIVERY_BACKUP.txt";' +
                    ' psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$DELIVERY_DATABASE"' +
                    ' --file .delivery-backup.sql >> "$DELIVERY_BACKUP.txt";' +
                    ' [ -s "$DELIVERY_BACKUP" ] || { echo "pg_dump wrote no backup" >&2; exit 1; };' +
                    ' pg_restore --list "$DELIVERY_BACKUP" > /dev/null; echo "bytes=$(wc -c < "$DELIVERY_BACKUP" | tr -d " ")" >> "$DELIVERY_BACKUP.txt"'
            } finally {
                sh 'rm -f .delivery-backup.sql'
            }
        }
    }
    String sum = sh(returnStdout: true, script: "{ sha256sum ${name} 2> /dev/null || shasum -a 256 ${name}; } | cut -c 1-64").trim()
    Map facts = values(readFile("${file}.txt"))
    Map backup = [file: file, sha256: sum, bytes: facts.bytes as Long, takenAt: facts.takenAt as Long]
    echo "Backup ${file}: ${backup.bytes} bytes, SHA-256 ${sum}"
    if (settings.store instanceof Closure) {
        settings.store(backup)
    }
    return backup
}

/** One snapshot for the dump and for the counts, so that what is restored can be compared with it. */
@NonCPS
private String script(count) {
    return 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n' +
        'SELECT pg_export_snapshot() AS snapshot \\gset\n' +
        '\\setenv DELIVERY_SNAPSHOT :snapshot\n' +
        '\\! pg_dump --format=custom --snapshot="$DELIVERY_SNAPSHOT" --file="$DELIVERY_BACKUP" "$DELIVERY_DATABASE" || rm -f "$DELIVERY_BACKUP"\n' +
        (count ? databaseCounts('expected') : '') + 'COMMIT;\n'
}

/** What counts the rows of each table, as lines of name=value. */
@NonCPS
String databaseCounts(String prefix) {
    return "SELECT format('SELECT %L || count(*) FROM %I.%I', '${prefix}.' || schemaname || '.' || tablename || '=', schemaname, tablename)" +
        " FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1 \\gexec\n"
}

@NonCPS
private Map values(String text) {
    Map values = [:]
    for (line in text.split('\n')) {
        int at = line.indexOf('=')
        if (at > 0) {
            values[line.substring(0, at)] = line.substring(at + 1)
        }
    }
    return values
}
