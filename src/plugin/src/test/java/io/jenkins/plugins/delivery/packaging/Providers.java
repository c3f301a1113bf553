package io.jenkins.plugins.delivery.packaging;

import io.jenkins.plugins.delivery.jenkinsapi.signatures.RecordedSignatures;
import io.jenkins.plugins.delivery.jenkinsapi.signatures.RecordedType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who brings a type at run time: this plugin, the JDK, the core, or another plugin. */
final class Providers {
    private static final Map<String, String> LIBRARIES = Map.of(
            "com/fasterxml/jackson/", "jackson2-api",
            "com/jayway/jsonpath/", "json-path-api",
            "edu/hm/hafner/analysis/", "analysis-model-api",
            "io/fabric8/", "kubernetes-client-api",
            "io/prometheus/client/", "prometheus",
            "kotlin/", "okhttp-api",
            "okhttp3/", "okhttp-api",
            "okio/", "okhttp-api",
            "org/snakeyaml/engine/", "snakeyaml-engine-api");

    private static final List<String> CORE = List.of(
            "com/google/common/",
            "com/thoughtworks/xstream/",
            "edu/umd/cs/findbugs/annotations/",
            "groovy/",
            "jakarta/servlet/",
            "net/java/sezpoz/",
            "net/sf/json/",
            "org/apache/commons/io/",
            "org/jvnet/localizer/",
            "org/slf4j/",
            "org/springframework/security/");

    private final RecordedSignatures recorded;
    final Set<String> plugins = new TreeSet<>();
    final Set<String> nobody = new TreeSet<>();

    Providers(RecordedSignatures recorded) {
        this.recorded = recorded;
    }

    void need(String type) {
        Optional<RecordedType> jenkins = recorded.type(type);
        Optional<String> library = LIBRARIES.entrySet().stream()
                .filter(each -> type.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (jenkins.isPresent()) {
            jenkins.flatMap(RecordedType::plugin).ifPresent(plugins::add);
        } else if (library.isPresent()) {
            plugins.add(library.orElseThrow());
        } else if (!isBundled(type) && !isOfTheJdk(type) && CORE.stream().noneMatch(type::startsWith)) {
            nobody.add(type);
        }
    }

    private static boolean isBundled(String type) {
        return type.startsWith("io/jenkins/plugins/delivery/") || type.startsWith("com/networknt/schema/");
    }

    private static boolean isOfTheJdk(String type) {
        return ClassLoader.getPlatformClassLoader().getResource(type + ".class") != null;
    }
}
