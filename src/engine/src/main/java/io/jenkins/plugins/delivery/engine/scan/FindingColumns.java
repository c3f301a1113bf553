package io.jenkins.plugins.delivery.engine.scan;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What findings are selected and ordered by, apart from the findings themselves: a few bytes for each, so that a page
 * of any order is found without reading what is not on it.
 */
final class FindingColumns {
    private static final int KINDS = Kind.values().length;
    private static final int STANDINGS = Standing.values().length;

    private final byte[] sorts;
    private final int[] tools;
    private final List<String> toolNames;
    private final int[][] ranks;

    private FindingColumns(byte[] sorts, int[] tools, List<String> toolNames, int[][] ranks) {
        this.sorts = sorts;
        this.tools = tools;
        this.toolNames = toolNames;
        this.ranks = ranks;
    }

    static FindingColumns of(List<AssessedFinding> findings) {
        byte[] sorts = new byte[findings.size()];
        int[] tools = new int[findings.size()];
        Map<String, Integer> names = new HashMap<>();
        List<String> toolNames = new ArrayList<>();
        for (int i = 0; i < sorts.length; i++) {
            AssessedFinding assessed = findings.get(i);
            Finding finding = assessed.finding();
            sorts[i] = (byte)
                    ((finding.severity().ordinal() * KINDS + finding.kind().ordinal()) * STANDINGS
                            + assessed.standing().ordinal());
            tools[i] = names.computeIfAbsent(String.join("\n", finding.witnesses()), name -> {
                toolNames.add(name);
                return toolNames.size() - 1;
            });
        }
        int[][] ranks = {
            ranks(findings, Finding::rule),
            ranks(findings, FindingColumns::place),
            ranks(findings, FindingColumns::component)
        };
        return new FindingColumns(sorts, tools, toolNames, ranks);
    }

    /** Orders by path first, then by line as a number. */
    private static String place(Finding finding) {
        Place place = finding.place();
        return place == null
                ? ""
                : place.path() + '\0' + (char) (place.line() >>> Character.SIZE) + (char) place.line();
    }

    private static String component(Finding finding) {
        return finding.component() == null ? "" : finding.component().toString();
    }

    private static int[] ranks(List<AssessedFinding> findings, Function<Finding, String> key) {
        String[] keys =
                findings.stream().map(assessed -> key.apply(assessed.finding())).toArray(String[]::new);
        Map<String, Integer> order = new HashMap<>();
        Arrays.stream(keys).distinct().sorted().forEach(text -> order.put(text, order.size()));
        return Arrays.stream(keys).mapToInt(order::get).toArray();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(toolNames.size());
        for (String name : toolNames) {
            out.writeUTF(name.length() > 10_000 ? name.substring(0, 10_000) : name);
        }
        out.write(sorts);
        for (int tool : tools) {
            out.writeInt(tool);
        }
        for (int[] column : ranks) {
            for (int rank : column) {
                out.writeInt(rank);
            }
        }
    }

    static FindingColumns read(DataInputStream in, int size) throws IOException {
        List<String> toolNames = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            toolNames.add(in.readUTF().toLowerCase(Locale.ROOT));
        }
        byte[] sorts = new byte[size];
        in.readFully(sorts);
        int[] tools = ints(in, size);
        int[][] ranks = {ints(in, size), ints(in, size), ints(in, size)};
        return new FindingColumns(sorts, tools, toolNames, ranks);
    }

    private static int[] ints(DataInputStream in, int size) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(size, Integer.BYTES)];
        in.readFully(bytes);
        int[] ints = new int[size];
        ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
        return ints;
    }

    /** Numbers of the findings that the query selects, in its order, whatever their text is. */
    int[] select(FindingQuery query) {
        boolean[] sortWanted = sortsWanted(query);
        boolean[] toolWanted = toolsWanted(query);
        int[] selected = IntStream.range(0, sorts.length)
                .filter(i -> sortWanted[sorts[i]] && toolWanted[tools[i]])
                .toArray();
        return order(selected, query);
    }

    private static boolean[] sortsWanted(FindingQuery query) {
        boolean[] wanted = new boolean[Severity.values().length * KINDS * STANDINGS];
        for (int sort = 0; sort < wanted.length; sort++) {
            wanted[sort] = isWanted(query.severities(), Severity.values()[sort / STANDINGS / KINDS])
                    && isWanted(query.kinds(), Kind.values()[sort / STANDINGS % KINDS])
                    && isWanted(query.standings(), Standing.values()[sort % STANDINGS]);
        }
        return wanted;
    }

    private static <E> boolean isWanted(Set<E> wanted, E value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private boolean[] toolsWanted(FindingQuery query) {
        boolean[] wanted = new boolean[toolNames.size()];
        for (int tool = 0; tool < wanted.length; tool++) {
            wanted[tool] = toolNames.get(tool).contains(query.tool());
        }
        return wanted;
    }

    /** One long for each: the rank above the number, so that equal ranks stay as they stood. */
    private int[] order(int[] selected, FindingQuery query) {
        if (query.sort() == FindingQuery.Sort.SEVERITY && !query.descending()) {
            return selected;
        }
        int[] column = query.sort() == FindingQuery.Sort.SEVERITY
                ? null
                : ranks[query.sort().ordinal() - 1];
        long[] keys = new long[selected.length];
        for (int i = 0; i < keys.length; i++) {
            long rank = column == null ? selected[i] : column[selected[i]];
            keys[i] = (query.descending() ? Integer.MAX_VALUE - rank : rank) << Integer.SIZE | selected[i];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
