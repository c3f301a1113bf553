package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A release as ConfigMaps, each of which may hold one MiB: as plain JSON that people can read, or, when it is too large for
 * that, compressed and cut into parts of which the first is written last.
 */
final class ReleaseRecord {
    static final String BAD = "delivery.jenkins.io/bad";
    private static final String PART = "delivery.jenkins.io/part";
    private static final String PARTS = "delivery.jenkins.io/parts";
    private static final String PLAIN = "release.json";
    private static final String PACKED = "release.json.gz";
    private static final int LARGEST_PLAIN = 512 * 1024;
    private static final int LARGEST_PART = 600 * 1024;
    private static final int LARGEST_RELEASE = 64 * 1024 * 1024;

    private final String app;
    private final String namespace;
    private final int largestPlain;
    private final int largestPart;

    ReleaseRecord(String app, String namespace) {
        this(app, namespace, LARGEST_PLAIN, LARGEST_PART);
    }

    ReleaseRecord(String app, String namespace, int largestPlain, int largestPart) {
        this.app = app;
        this.namespace = namespace;
        this.largestPlain = largestPlain;
        this.largestPart = largestPart;
    }

    /** In the order in which they have to be written: without the last one the release does not count. */
    List<ConfigMap> write(Release release) {
        String json = RolloutJson.write(release);
        if (json.length() <= largestPlain) {
            return List.of(named(release, 1).addToData(PLAIN, json).build());
        }
        byte[] packed = pack(json);
        int parts = (packed.length + largestPart - 1) / largestPart;
        List<ConfigMap> records = new ArrayList<>();
        for (int part = parts; part >= 1; part--) {
            int from = (part - 1) * largestPart;
            byte[] bytes = java.util.Arrays.copyOfRange(packed, from, Math.min(packed.length, from + largestPart));
            records.add(named(release, part)
                    .editMetadata()
                    .addToAnnotations(PARTS, String.valueOf(parts))
                    .addToAnnotations(PART, String.valueOf(part))
                    .endMetadata()
                    .addToBinaryData(PACKED, Base64.getEncoder().encodeToString(bytes))
                    .build());
        }
        return records;
    }

    /** The releases among ConfigMaps; one that is not complete is left out. */
    List<Release> read(List<ConfigMap> records) {
        return records.stream()
                .filter(ReleaseRecord::isFirst)
                .flatMap(first -> read(first, records).stream())
                .toList();
    }

    private Optional<Release> read(ConfigMap first, List<ConfigMap> records) {
        Optional<String> json = plain(first);
        if (json.isEmpty()) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            int parts = Integer.parseInt(annotation(first, PARTS, "1"));
            for (int part = 1; part <= parts; part++) {
                String name = name(number(first), part);
                Optional<byte[]> bytes = records.stream()
                        .filter(record -> record.getMetadata().getName().equals(name))
                        .flatMap(record -> packed(record).stream())
                        .findFirst();
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                packed.writeBytes(bytes.get());
            }
            json = Optional.of(unpack(packed.toByteArray()));
        }
        Release release = RolloutJson.read(json.get(), Release.class);
        return Optional.of(annotation(first, BAD, "").isEmpty() ? release : release.bad());
    }

    static boolean isFirst(ConfigMap record) {
        return annotation(record, PART, "1").equals("1")
                && (plain(record).isPresent() || packed(record).isPresent());
    }

    static int number(ConfigMap record) {
        return Integer.parseInt(record.getMetadata().getLabels().get(Labels.RELEASE));
    }

    private static Optional<String> plain(ConfigMap record) {
        return Optional.ofNullable(record.getData()).map(data -> data.get(PLAIN));
    }

    private static Optional<byte[]> packed(ConfigMap record) {
        return Optional.ofNullable(record.getBinaryData())
                .map(data -> data.get(PACKED))
                .map(Base64.getDecoder()::decode);
    }

    private static String annotation(ConfigMap record, String key, String otherwise) {
        Map<String, String> annotations = record.getMetadata().getAnnotations();
        return annotations == null ? otherwise : annotations.getOrDefault(key, otherwise);
    }

    private String name(int number, int part) {
        return app + "-release-" + number + (part == 1 ? "" : "." + part);
    }

    private ConfigMapBuilder named(Release release, int part) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name(release.number(), part))
                .withNamespace(namespace)
                .addToLabels(Labels.NAME, app)
                .addToLabels(Labels.MANAGED_BY, Labels.US)
                .addToLabels(Labels.RELEASE, String.valueOf(release.number()))
                .addToAnnotations(Labels.VERSION, release.version())
                .endMetadata();
    }

    private static byte[] pack(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written to", e);
        }
        return bytes.toByteArray();
    }

    private static String unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] json = in.readNBytes(LARGEST_RELEASE);
            return new String(json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("a release record that is no gzip: " + e.getMessage(), e);
        }
    }
}
