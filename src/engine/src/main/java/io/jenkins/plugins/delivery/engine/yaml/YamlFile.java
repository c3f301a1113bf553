package io.jenkins.plugins.delivery.engine.yaml;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One YAML 1.2 document as plain maps, lists, texts, numbers and booleans, which remembers where everything stands.
 *
 * <p>What reads the arguments of a Jenkinsfile can read such a file as well: an {@link ArgumentException} that names
 * {@code checks[2].path} becomes an error with the line and column of that value.
 */
public final class YamlFile {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_VALUES = 50_000;
    private static final int DEEPEST = 50;

    private final String file;
    private final Map<String, Mark> marks = new HashMap<>();
    private int values;

    @CheckForNull
    private Object root;

    private YamlFile(String file) {
        this.file = file;
    }

    /**
     * @param file what messages call the file
     * @throws YamlFileException if it is no YAML, holds more than one document, or is larger than anybody writes by hand
     */
    public static YamlFile parse(String file, String text) {
        YamlFile yaml = new YamlFile(file);
        yaml.load(text);
        return yaml;
    }

    private void load(String text) {
        checkDepth(text);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            root = node.map(n -> value(n, "", 0)).orElse(null);
        } catch (MarkedYamlEngineException e) {
            Mark at = e.getProblemMark().or(e::getContextMark).orElse(null);
            throw at(at, "expected YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw at(null, "expected YAML: " + e.getMessage(), e);
        }
    }

    /** The composer recurses for each level: what nests absurdly deep is refused before it. */
    private void checkDepth(String text) {
        int depth = 0;
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            depth = c == '[' || c == '{' ? depth + 1 : c == '\n' ? depth : c == ']' || c == '}' ? depth - 1 : depth;
            if (depth > 20 * DEEPEST) {
                throw at(null, "expected at most " + DEEPEST + " levels", null);
            }
        }
    }

    /** The content: a map, list, text, number, boolean, or null for an empty file. */
    @CheckForNull
    public Object root() {
        return root;
    }

    /**
     * Reads the content.
     *
     * @throws YamlFileException in place of any {@link ArgumentException} of the reader
     */
    public <T> T read(Function<Object, T> reader) {
        try {
            return reader.apply(root);
        } catch (ArgumentException e) {
            // What is said of the whole file has no path.
            throw at(mark(e.argument()), e.getMessage().replaceFirst("^: ", ""), e);
        }
    }

    /** File and line of a value, such as {@code suppressions[2]}. */
    public String where(String path) {
        Mark mark = mark(path);
        return mark == null ? file : file + ":" + (mark.getLine() + 1);
    }

    @CheckForNull
    private Mark mark(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Mark mark = marks.get(at);
            if (mark != null) {
                return mark;
            }
        }
        return marks.get("");
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    @CheckForNull
    private Object value(Node node, String path, int depth) {
        Mark mark = node.getStartMark().orElse(null);
        marks.put(path, mark);
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw at(mark, "expected at most " + MOST_VALUES + " values and " + DEEPEST + " levels", null);
        }
        if (node instanceof MappingNode map) {
            return map(map, path, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                list.add(value(element, path + "[" + list.size() + "]", depth + 1));
            }
            return list;
        }
        return scalar((ScalarNode) node);
    }

    private Map<String, Object> map(MappingNode node, String path, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Mark mark = tuple.getKeyNode().getStartMark().orElse(null);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw at(mark, "expected a name before the colon", null);
            }
            String name = key.getValue();
            if (map.containsKey(name)) {
                throw at(mark, "'" + name + "' is said twice", null);
            }
            map.put(name, value(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, depth + 1));
        }
        return map;
    }

    @CheckForNull
    private Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        try {
            if (Tag.NULL.equals(tag)) {
                return null;
            }
            if (Tag.BOOL.equals(tag)) {
                return Boolean.valueOf(text.toLowerCase(Locale.ROOT));
            }
            if (Tag.INT.equals(tag)) {
                return number(text);
            }
            if (Tag.FLOAT.equals(tag)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            return text;
        }
        return text;
    }

    private static Number number(String text) {
        BigDecimal exact = new BigDecimal(text);
        try {
            return exact.intValueExact();
        } catch (ArithmeticException e) {
            return exact.doubleValue();
        }
    }

    private YamlFileException at(@CheckForNull Mark mark, String problem, @CheckForNull Throwable cause) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new YamlFileException(file, line, column, problem, cause);
    }
}
