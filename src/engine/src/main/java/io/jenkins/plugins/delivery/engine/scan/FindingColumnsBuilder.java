package io.jenkins.plugins.delivery.engine.scan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Gathers the columns of findings one by one; of the findings themselves nothing is kept but different names. */
final class FindingColumnsBuilder {
    private static final int LONGEST_NAME = 10_000;

    private final byte[] classifications;
    private final int[] tools;
    private final int[] rules;
    private final int[] paths;
    private final int[] lines;
    private final int[] components;
    private final DistinctTexts toolNames = new DistinctTexts();
    private final DistinctTexts ruleNames = new DistinctTexts();
    private final DistinctTexts pathNames = new DistinctTexts();
    private final DistinctTexts componentNames = new DistinctTexts();
    private int size;

    /** @param count how many findings there will be */
    FindingColumnsBuilder(int count) {
        classifications = new byte[count];
        tools = new int[count];
        rules = new int[count];
        paths = new int[count];
        lines = new int[count];
        components = new int[count];
    }

    void add(Finding finding, Standing standing) {
        Place place = finding.place();
        Component component = finding.component();
        classifications[size] = Classification.of(finding, standing);
        tools[size] = toolNames.number(cut(String.join("\n", finding.witnesses())));
        rules[size] = ruleNames.number(finding.rule());
        paths[size] = pathNames.number(place == null ? "" : place.path());
        lines[size] = place == null ? 0 : place.line();
        components[size] = componentNames.number(component == null ? "" : component.toString());
        size++;
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** All that were announced have come. */
    FindingColumns build() {
        int[][] ranks = {ranked(rules, ruleNames), places(), ranked(components, componentNames)};
        return new FindingColumns(classifications, tools, List.of(toolNames.all()), ranks);
    }

    private static int[] ranked(int[] numbers, DistinctTexts names) {
        int[] ranks = names.ranks();
        return Arrays.stream(numbers).map(number -> ranks[number]).toArray();
    }

    /** By path first, then by line as a number. */
    private int[] places() {
        int[] byPath = pathNames.ranks();
        long[] places = IntStream.range(0, size)
                .mapToLong(i -> (long) byPath[paths[i]] << Integer.SIZE | lines[i])
                .toArray();
        long[] sorted = Arrays.stream(places).sorted().distinct().toArray();
        return Arrays.stream(places)
                .mapToInt(place -> Arrays.binarySearch(sorted, place))
                .toArray();
    }
}
