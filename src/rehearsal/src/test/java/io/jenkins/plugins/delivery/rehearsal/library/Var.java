package io.jenkins.plugins.delivery.rehearsal.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A var of the library, as its code and its help say it.
 *
 * @param name what a Jenkinsfile calls
 * @param code in Groovy
 * @param help what Jenkins shows
 */
record Var(String name, String code, String help) {
    private static final Path FOLDER = Path.of("../../vars");
    private static final Pattern KEY = Pattern.compile("(\\w+):");
    private static final Pattern BLOCK =
            Pattern.compile("call\\((?:String \\w+, )?(?:Map given = \\[:], )?Closure \\w+\\)");
    private static final Pattern SHARED = Pattern.compile("(\\w+)\\.settings\\(\\) \\+");
    private static final Pattern ROW = Pattern.compile("(\\w+) {2,}(.*)");

    static List<Var> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".groovy"))
                    .map(file -> read(file.replace(".groovy", "")))
                    .sorted((one, two) -> one.name.compareTo(two.name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Var read(String name) {
        try {
            return new Var(
                    name,
                    Files.readString(FOLDER.resolve(name + ".groovy")),
                    Files.readString(FOLDER.resolve(name + ".txt")));
        } catch (IOException e) {
            throw new UncheckedIOException("Every var needs its help: " + name, e);
        }
    }

    /** The names of what it takes, as its code checks them; none where it takes no named arguments. */
    List<String> settings() {
        int check = code.indexOf("checkedSettings('" + name + "', ");
        if (check < 0) {
            return List.of();
        }
        int defaults = code.indexOf("Map defaults = [");
        int literal = code.indexOf('[', defaults >= 0 ? defaults : check);
        List<String> settings = new ArrayList<>(keys(literal));
        Matcher shared = SHARED.matcher(code.substring(check, literal));
        if (shared.find()) {
            Var other = read(shared.group(1));
            settings.addAll(other.keys(other.code.indexOf('[', other.code.indexOf("Map settings()"))));
        }
        return settings;
    }

    /** The keys of a map literal, not those of maps in it. */
    private List<String> keys(int from) {
        List<String> keys = new ArrayList<>();
        int depth = 0;
        boolean text = false;
        Matcher key = KEY.matcher(code);
        for (int i = from; i < code.length(); i++) {
            char c = code.charAt(i);
            text ^= c == '\'';
            if (text) {
                continue;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return keys;
            }
            boolean begins = depth == 1 && Character.isLetter(c) && !Character.isLetterOrDigit(code.charAt(i - 1));
            if (begins && key.find(i) && key.start() == i) {
                keys.add(key.group(1));
            }
        }
        throw new IllegalStateException("a map that does not end in " + name);
    }

    /** Whether it cannot do without a block. */
    boolean needsBlock() {
        return BLOCK.matcher(code).find() && !code.contains("Closure configure = null");
    }

    /** What its help says of each setting. */
    Map<String, String> explained() {
        Map<String, String> explained = new LinkedHashMap<>();
        for (String line : help.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                explained.put(row.group(1), row.group(2));
            }
        }
        return explained;
    }

    /** How it is called, the first part of its help. */
    String usage() {
        return help.substring(0, help.indexOf("\n\n"));
    }

    /** What it does, in words: paragraphs after how it is called, without the settings. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (String line : help.substring(help.indexOf("\n\n")).lines().toList()) {
            words.append(ROW.matcher(line).matches() ? "" : line).append('\n');
        }
        return words.toString().strip();
    }
}
