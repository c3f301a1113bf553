package io.jenkins.plugins.delivery.rehearsal.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of a page as one script, since a page that is opened as a file may not fetch modules. Each becomes a function of
 * its own, after those that it imports: so names need not be unique. Modules have imports of one line each, and nothing is
 * exported but functions and constants where they are declared; what else is found is refused.
 */
final class PageScript {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import \\{([\\w, ]+)} from '(?:[./\\w-]*/)?([\\w-]+)\\.js';$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=(?:async )?(?:function|const) (\\w+))");
    private static final Pattern OTHER = Pattern.compile("(?m)^(?:import|export)\\b.*$");

    /** Where the source of a module comes from. */
    @FunctionalInterface
    interface Sources {
        String of(String module) throws IOException;
    }

    private final Sources sources;
    private final Map<String, String> functions = new LinkedHashMap<>();

    private PageScript(Sources sources) {
        this.sources = sources;
    }

    /** @param entry name of the module that everything starts with, without {@code .js} */
    static String of(String entry, Sources sources) throws IOException {
        PageScript script = new PageScript(sources);
        try {
            script.add(entry);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return script.functions.values().stream().collect(Collectors.joining("\n", "'use strict';\n", "\n"));
    }

    private void add(String module) {
        if (functions.containsKey(module)) {
            return;
        }
        String source = read(module);
        IMPORT.matcher(source).results().map(found -> found.group(2)).forEach(this::add);
        functions.put(module, function(module, source));
    }

    private static String function(String module, String source) {
        String body = IMPORT.matcher(source)
                .replaceAll(found ->
                        "const {" + found.group(1) + "} = " + Matcher.quoteReplacement(name(found.group(2))) + ";");
        List<String> exported = new ArrayList<>();
        body = EXPORT.matcher(body).replaceAll(found -> {
            exported.add(found.group(1));
            return "";
        });
        Matcher other = OTHER.matcher(body);
        if (other.find()) {
            throw new IllegalStateException(module + ".js cannot become part of a page: " + other.group());
        }
        return "const " + name(module) + " = (() => {\n" + body + "return {" + String.join(", ", exported)
                + "};\n})();";
    }

    private static String name(String module) {
        return "$" + module.replace('-', '_');
    }

    private String read(String module) {
        try {
            return sources.of(module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
