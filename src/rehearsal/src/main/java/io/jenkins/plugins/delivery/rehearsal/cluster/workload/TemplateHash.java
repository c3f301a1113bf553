package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.Json;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A short name for a pod template: the same for the same template. */
final class TemplateHash {
    static final String LABEL = "pod-template-hash";

    private TemplateHash() {}

    static String of(PodTemplateSpec template) {
        CRC32 crc = new CRC32();
        crc.update(Json.write(template).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
