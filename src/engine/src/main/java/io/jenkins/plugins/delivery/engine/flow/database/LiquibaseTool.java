package io.jenkins.plugins.delivery.engine.flow.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Liquibase: {@code status --verbose} lists what was not applied; what it lists no more was.
 *
 * @see <a href="https://docs.liquibase.com/commands/status/status.html">liquibase status</a>
 */
final class LiquibaseTool implements MigrationTool {
    private static final Pattern PENDING = Pattern.compile(" {2,}(\\S.*?)::(.+?)::(\\S.*)");
    private static final Pattern ERROR = Pattern.compile(
            "(?s)Unexpected error running Liquibase: (.*?)(?:\\n\\s*\\n|\\z)|(Could not acquire change log lock.*?)(?:\\n|\\z)");

    @Override
    public List<Migration> migrations(String text) {
        List<Migration> migrations = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher pending = PENDING.matcher(line);
            if (pending.matches()) {
                String id = pending.group(1) + "::" + pending.group(2) + "::" + pending.group(3);
                migrations.add(new Migration(id, "", Migration.State.PENDING, pending.group(1), true));
            }
        }
        return migrations;
    }

    @Override
    public Migration.State unlisted() {
        return Migration.State.APPLIED;
    }

    @Override
    public Optional<String> error(String text) {
        Matcher error = ERROR.matcher(text);
        return error.find()
                ? Optional.of((error.group(1) == null ? error.group(2) : error.group(1))
                        .replaceAll("\\s*\\n\\s*", " ")
                        .strip())
                : Optional.empty();
    }

    @Override
    public Optional<String> advice(String text) {
        if (text.contains("Could not acquire change log lock")) {
            return Optional.of(
                    "Another run holds the lock. Wait for it and run the stage again; if you are sure that nothing runs any"
                            + " more, release it with: liquibase release-locks");
        }
        if (text.contains("checksum")) {
            return Optional.of("A changeset that was applied must not be changed: restore it, and write a new one.");
        }
        return Optional.empty();
    }
}
