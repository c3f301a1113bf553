package io.jenkins.plugins.delivery.steps.scan;

import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.ScannerCredential;
import io.jenkins.plugins.delivery.config.ScannerSettings;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerDefinition;
import io.jenkins.plugins.delivery.engine.scan.run.Scanners;
import io.jenkins.plugins.delivery.formats.FormatCatalog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scanners that there are: the built-in ones, and those of the administrator, which come first. */
final class ScannerCatalog {
    /** Says that the workspace decides. */
    static final String AUTO = "auto";

    private final Map<String, ScannerDefinition> definitions = new TreeMap<>();
    private final Map<String, List<ScannerCredential>> credentials = new TreeMap<>();

    /** As the settings are now. */
    ScannerCatalog() {
        this(DeliveryConfiguration.get().getScanners());
    }

    /** @param own the administrator's */
    ScannerCatalog(List<ScannerSettings> own) {
        Scanners.builtIn().forEach(scanner -> definitions.put(scanner.id(), scanner));
        for (ScannerSettings scanner : own) {
            definitions.put(scanner.getName(), scanner.definition());
            credentials.put(scanner.getName(), scanner.getCredentials());
        }
    }

    /**
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the nearest, where there is none
     */
    ScannerDefinition find(String id) {
        ScannerDefinition scanner = definitions.get(Choices.pick("scanners", "scanner", id, definitions.keySet()));
        if (!scanner.format().isEmpty() && !scanner.isInventory()) {
            // Checked only here: a plugin that is gone spoils no scan that does without it.
            new FormatCatalog().check(scanner.format());
        }
        return scanner;
    }

    List<ScannerCredential> credentials(String id) {
        return credentials.getOrDefault(id, List.of());
    }
}
