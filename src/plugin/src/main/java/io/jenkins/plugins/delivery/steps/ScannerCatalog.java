package io.jenkins.plugins.delivery.steps;

import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.ScannerCredential;
import io.jenkins.plugins.delivery.config.ScannerSettings;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerDefinition;
import io.jenkins.plugins.delivery.engine.scan.run.Scanners;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scanners that there are: the built-in ones, and those of the administrator, which come first. */
final class ScannerCatalog {
    /** Says that the workspace decides. */
    static final String AUTO = "auto";

    private final Map<String, ScannerDefinition> definitions = new TreeMap<>();
    private final Map<String, List<ScannerCredential>> credentials = new TreeMap<>();

    ScannerCatalog() {
        Scanners.builtIn().forEach(scanner -> definitions.put(scanner.id(), scanner));
        for (ScannerSettings scanner : DeliveryConfiguration.get().getScanners()) {
            definitions.put(scanner.getName(), scanner.definition());
            credentials.put(scanner.getName(), scanner.getCredentials());
        }
    }

    /**
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the nearest, where there is none
     */
    ScannerDefinition find(String id) {
        return definitions.get(Choices.pick("scanners", "scanner", id, definitions.keySet()));
    }

    List<ScannerCredential> credentials(String id) {
        return credentials.getOrDefault(id, List.of());
    }
}
