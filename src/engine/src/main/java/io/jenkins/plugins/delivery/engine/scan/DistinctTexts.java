package io.jenkins.plugins.delivery.engine.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Different texts, numbered as they come, in few bytes each: a million findings may have a million names. */
final class DistinctTexts {
    private final SipHash hash = SipHash.withRandomKey();
    private final ByteArena texts = new ByteArena();
    private final PositionTable numbers = new PositionTable();
    private int[] addresses = new int[256];
    private int size;

    /** @param text of at most some ten thousand characters */
    int number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int position = hash.hash(bytes);
        int known = numbers.find(position, number -> texts.isText(addresses[number], bytes));
        if (known >= 0) {
            return known;
        }
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size * 2);
        }
        addresses[size] = texts.add(bytes);
        numbers.add(position, size);
        return size++;
    }

    String[] all() {
        return IntStream.range(0, size)
                .mapToObj(number -> texts.at(addresses[number]).text())
                .toArray(String[]::new);
    }

    /** Where each number stands among all, by the order of the texts. */
    int[] ranks() {
        int[] sorted = IntStream.range(0, size)
                .boxed()
                .sorted((one, two) -> texts.compareTexts(addresses[one], addresses[two]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[size];
        for (int rank = 0; rank < size; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }
}
