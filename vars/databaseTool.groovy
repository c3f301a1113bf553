/** What migrates the database of this folder: 'flyway', 'liquibase' or 'alembic'. */
String call() {
    String found = sh(returnStdout: true, script: '''
        if [ -f alembic.ini ]; then echo alembic
        elif [ -f liquibase.properties ] || [ -f liquibase.yaml ] || ls . db 2> /dev/null | grep -q '^changelog'; then echo liquibase
        elif [ -f flyway.toml ] || [ -f flyway.conf ] || [ -d db/migration ] || [ -d src/main/resources/db/migration ] ||
            grep -qs 'flyway' pom.xml; then echo flyway
        fi''').trim()
    if (!found) {
        error 'databaseTool: there is no flyway.toml, db/migration, liquibase.properties, changelog or alembic.ini here: say the tool, or the command'
    }
    return found
}

/** How a tool is called: for the state of the database, for what it would do, to do it, to check it, and to undo it. */
Map commands(String owner, String tool, Map settings) {
    switch (tool) {
        case 'flyway': return flyway(owner, settings)
        case 'liquibase': return liquibase(owner, settings)
        case 'alembic': return alembic(owner)
        default: error "${owner}: there is no tool '${tool}' (known are alembic, flyway, liquibase)"
    }
}

private Map flyway(String owner, Map settings) {
    if (fileExists('pom.xml') && sh(returnStatus: true, script: 'command -v flyway > /dev/null 2>&1') != 0) {
        String maven = buildTool.command('maven')
        return [state: "${maven} flyway:info", migrate: "${maven} flyway:migrate", verify: "${maven} flyway:validate"]
    }
    infrastructureTool.program(owner, ['flyway'], 'https://documentation.red-gate.com/flyway/reference/usage/command-line')
    String where = settings.locations ? ' -locations=' + infrastructureTool.quoted(settings.locations)
        : fileExists('flyway.toml') || fileExists('flyway.conf') ? ''
        : fileExists('src/main/resources/db/migration') ? ' -locations=filesystem:src/main/resources/db/migration' : ' -locations=filesystem:db/migration'
    String flyway = "flyway${where} -outputType=json"
    return [state: "${flyway} info", migrate: "${flyway} migrate", verify: "${flyway} validate", undo: "${flyway} undo"]
}

private Map liquibase(String owner, Map settings) {
    infrastructureTool.program(owner, ['liquibase'], 'https://docs.liquibase.com/start/install/home.html')
    String liquibase = 'liquibase' + (settings.locations ? ' --changelog-file=' + infrastructureTool.quoted(settings.locations) : '')
    return [state: "${liquibase} status --verbose", dryRun: "${liquibase} update-sql", migrate: "${liquibase} update", undo: "${liquibase} rollback-count DELIVERY_COUNT"]
}

private Map alembic(String owner) {
    infrastructureTool.program(owner, ['alembic'], 'https://alembic.sqlalchemy.org/en/latest/front.html#installation')
    return [state: 'alembic history --indicate-current', migrate: 'alembic upgrade head',
            verify: 'alembic current --check-heads', undo: 'alembic downgrade -DELIVERY_COUNT',
            dryRun: 'from=$(alembic current 2> /dev/null | cut -d " " -f 1 | head -n 1); alembic upgrade "${from:+$from:}head" --sql']
}

/** Adds what a command says to a file of .delivery, as the report of migrations reads it. */
void section(String file, String name, String command) {
    sh "set +e; umask 077; mkdir -p .delivery; { echo '=== delivery ${name} ==='; ${command} ; code=\$?; echo;" +
        " echo '=== delivery ${name}-exit ==='; echo \$code; } >> .delivery/${file} 2> .delivery/errors.log;" +
        " { echo '=== delivery ${name}-log ==='; tail -c 20000 .delivery/errors.log; echo; } >> .delivery/${file}; true"
}

/** Runs a block with what the tools and PostgreSQL's programs find their database by; the password is masked. */
def connected(Map settings, Closure body) {
    def result = null
    String jdbc = jdbcOf(settings.url)
    withEnv(settings.url ? ["FLYWAY_URL=${jdbc}", "LIQUIBASE_COMMAND_URL=${jdbc}", "DELIVERY_DATABASE=${uriOf(settings.url)}",
                            "DATABASE_URL=${uriOf(settings.url)}", 'LIQUIBASE_SHOW_BANNER=false', 'PGCONNECT_TIMEOUT=15'] : []) {
        if (!settings.credentialsId) {
            result = body()
        } else {
            List bindings = []
            for (names in [['FLYWAY_USER', 'FLYWAY_PASSWORD'], ['PGUSER', 'PGPASSWORD'],
                           ['LIQUIBASE_COMMAND_USERNAME', 'LIQUIBASE_COMMAND_PASSWORD'], ['DATABASE_USER', 'DATABASE_PASSWORD']]) {
                bindings << usernamePassword(credentialsId: settings.credentialsId.toString(), usernameVariable: names[0], passwordVariable: names[1])
            }
            withCredentials(bindings) {
                result = body()
            }
        }
    }
    return result
}

/** A password in an address would be in every log. */
void checkUrl(String owner, url) {
    if (url && url.toString() =~ /(?i)(:\/\/[^\/@]*:[^\/@]*@|[?&]password=)/) {
        error "${owner}: the url has a password in it; say credentialsId instead"
    }
}

void checkPostgres(String owner, Map settings, List programs) {
    if (!(settings.url.toString() ==~ /(jdbc:)?postgres(ql)?:\/\/[^\/]*\/[A-Za-z0-9_.-]+(\?.*)?/)) {
        error "${owner}: '${settings.url}' is no address of a PostgreSQL database, such as jdbc:postgresql://db.example.com:5432/shop;" +
            ' back up and restore others with a closure of your own'
    }
    for (program in programs) {
        infrastructureTool.program(owner, [program], "the package postgresql-client of the agent's distribution")
    }
}

@NonCPS
private String jdbcOf(url) {
    return url == null ? null : url.toString().startsWith('jdbc:') ? url.toString() : 'jdbc:' + url.toString().replaceFirst('^postgres://', 'postgresql://')
}

@NonCPS
private String uriOf(url) {
    return url.toString().replaceFirst('^jdbc:', '')
}
