package io.jenkins.plugins.delivery.engine.scan;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What findings are selected and ordered by, apart from the findings themselves: a few bytes for each, so that a page
 * of any order is found without reading what is not on it.
 */
final class FindingColumns {
    private static final int BY_PLACE = FindingQuery.Sort.PLACE.ordinal() - 1;
    private static final int BY_COMPONENT = FindingQuery.Sort.COMPONENT.ordinal() - 1;
    private static final int BY_RULE = FindingQuery.Sort.RULE.ordinal() - 1;

    private final byte[] classifications;
    private final int[] tools;
    private final List<String> toolNames;
    private final int[][] ranks;

    /** @param ranks for each order of {@link FindingQuery.Sort} but the first, where a finding stands in it */
    FindingColumns(byte[] classifications, int[] tools, List<String> toolNames, int[][] ranks) {
        this.classifications = classifications;
        this.tools = tools;
        this.toolNames = toolNames;
        this.ranks = ranks;
    }

    byte[] classifications() {
        return classifications;
    }

    /** The numbers of the findings, the worst and newest of what counts first, then by rule, package and place. */
    int[] worstFirst() {
        int[] worst = new int[classifications.length];
        int[] order = new int[classifications.length];
        for (int i = 0; i < order.length; i++) {
            worst[i] = Classification.rank(classifications[i]);
            order[i] = i;
        }
        for (int[] column : new int[][] {ranks[BY_PLACE], ranks[BY_COMPONENT], ranks[BY_RULE], worst}) {
            order = sorted(order, column);
        }
        return order;
    }

    /** What has the same key stays as it stood. */
    private static int[] sorted(int[] order, int[] key) {
        long[] keys = new long[order.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) key[order[i]] << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(each -> order[(int) each]).toArray();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(toolNames.size());
        for (String name : toolNames) {
            out.writeUTF(name);
        }
        out.write(classifications);
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
        byte[] classifications = new byte[size];
        in.readFully(classifications);
        int[] tools = ints(in, size);
        int[][] ranks = {ints(in, size), ints(in, size), ints(in, size)};
        return new FindingColumns(classifications, tools, toolNames, ranks);
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
        boolean[] classWanted = classificationsWanted(query);
        boolean[] toolWanted = toolsWanted(query);
        int[] selected = IntStream.range(0, classifications.length)
                .filter(i -> classWanted[classifications[i]] && toolWanted[tools[i]])
                .toArray();
        return order(selected, query);
    }

    private static boolean[] classificationsWanted(FindingQuery query) {
        boolean[] wanted = new boolean[Classification.COUNT];
        for (int each = 0; each < wanted.length; each++) {
            wanted[each] = isWanted(query.severities(), Classification.severity(each))
                    && isWanted(query.kinds(), Classification.kind(each))
                    && isWanted(query.standings(), Classification.standing(each));
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
