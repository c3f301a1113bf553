package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files of a workspace on this machine. Nothing outside of it is read, wherever links point. Not for use by several
 * threads.
 */
public final class Checkout implements SourceTree {
    private static final int PATHS_REMEMBERED = 20_000;
    private static final int FILES_REMEMBERED = 8;
    private static final long LARGEST_FILE = 4L << 20;

    /** Letters and digits that a line needs to be told from others; a lone bracket takes the lines after it along. */
    private static final int TELLING = 6;

    private static final int MOST_LINES = 10;

    private final Path root;
    private final String prefix;
    private final String inFolder;
    private final Pattern sameCheckoutElsewhere;
    private final Map<String, String> paths = remembering(PATHS_REMEMBERED);
    private final Map<String, List<String>> files = remembering(FILES_REMEMBERED);

    /** @param root the workspace */
    public Checkout(Path root) throws IOException {
        this(root, "");
    }

    /**
     * @param root the workspace
     * @param folder where in it the tools ran, with forward slashes; empty for the workspace itself
     */
    public Checkout(Path root, String folder) throws IOException {
        this.root = root.toRealPath();
        inFolder = folder.isEmpty() ? "" : PathText.normalized(folder + "/");
        prefix = PathText.normalized(this.root.toString()) + "/";
        Path name = this.root.getFileName();
        String ownName = name == null ? "" : name.toString().replaceFirst("@\\d+$", "");
        sameCheckoutElsewhere = Pattern.compile("^.*/" + Pattern.quote(ownName) + "(@\\d+)?/");
    }

    @Override
    public String path(String written) {
        return paths.computeIfAbsent(written, this::find);
    }

    private String find(String written) {
        String path = PathText.normalized(written);
        if (PathText.isAddress(path)) {
            return path;
        }
        if (path.startsWith(prefix)) {
            return path.substring(prefix.length());
        }
        if (PathText.isAbsolute(path)) {
            return belowRoot(path);
        }
        String below = PathText.normalized(inFolder + path);
        if (exists(below)) {
            return below;
        }
        String inside = path;
        while (inside.startsWith("../")) {
            inside = inside.substring("../".length());
        }
        return exists(inside) ? inside : path;
    }

    /** A container or another agent has the same tree elsewhere: its longest end that is here is the file. */
    private String belowRoot(String path) {
        String rest = path.substring(path.indexOf('/') + 1);
        boolean mount = rest.indexOf('/') == rest.lastIndexOf('/');
        while (!rest.isEmpty() && (mount || rest.indexOf('/') > 0)) {
            if (exists(rest)) {
                return rest;
            }
            int slash = rest.indexOf('/');
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        }
        return sameCheckoutElsewhere.matcher(path).replaceFirst("");
    }

    private boolean exists(String path) {
        try {
            return Files.isRegularFile(root.resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    @CheckForNull
    public String text(String path, int line) {
        List<String> lines = line < 1 ? List.of() : files.computeIfAbsent(path, this::lines);
        if (line > lines.size() || line < 1) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        int last = Math.min(lines.size(), line - 1 + MOST_LINES);
        for (int i = line - 1; i < last && letters(text) < TELLING; i++) {
            Fingerprints.appendWithoutSpaces(text, lines.get(i));
        }
        return text.isEmpty() ? null : text.toString();
    }

    private static long letters(CharSequence text) {
        return text.chars().filter(Character::isLetterOrDigit).count();
    }

    /** In a charset that has a character for each byte: what matters is only that two builds see the same. */
    private List<String> lines(String path) {
        try {
            Path file = root.resolve(path).toRealPath();
            if (!file.startsWith(root) || !Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                return List.of();
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException | InvalidPathException e) {
            // Reports name files that are not there; such a finding is told by what its tool says.
            return List.of();
        }
    }

    private static <V> Map<String, V> remembering(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
