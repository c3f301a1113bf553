package io.jenkins.plugins.delivery.engine.flow.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alembic: {@code history --indicate-current}, newest first; what stands below the current revision was applied.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/tutorial.html#viewing-history-ranges">alembic history</a>
 */
final class AlembicTool implements MigrationTool {
    private static final Pattern REVISION =
            Pattern.compile("\\S.*? -> (\\w+)((?: \\([a-z]+\\))*)(?: \\([^)]*\\))?(?:, (.*))?");
    private static final Pattern ERROR =
            Pattern.compile("(?m)^(?:[\\w.]*(?:Error|Exception)|FAILED|ERROR \\[[\\w.]+])[:]? +(.+)$");

    @Override
    public List<Migration> migrations(String text) {
        List<Migration> newestFirst = new ArrayList<>();
        boolean reached = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher revision = REVISION.matcher(line);
            if (revision.matches()) {
                reached = reached || line.contains("(current)");
                String words = revision.group(3) == null ? "" : revision.group(3);
                newestFirst.add(new Migration(
                        revision.group(1),
                        words,
                        reached ? Migration.State.APPLIED : Migration.State.PENDING,
                        "",
                        true));
            }
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public Optional<String> error(String text) {
        Matcher error = ERROR.matcher(text);
        String last = null;
        while (error.find()) {
            last = error.group(1);
        }
        return Optional.ofNullable(last);
    }

    @Override
    public Optional<String> advice(String text) {
        return text.contains("Multiple head revisions")
                ? Optional.of(
                        "Two branches have added a revision each: merge them with 'alembic merge heads', and commit that.")
                : Optional.empty();
    }
}
