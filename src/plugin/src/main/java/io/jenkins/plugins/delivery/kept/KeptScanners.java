package io.jenkins.plugins.delivery.kept;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.ScannerCredential;
import io.jenkins.plugins.delivery.config.ScannerSettings;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.util.List;

/** The scanners of the settings as they were when a scan began: what was started by one definition is read by the same. */
public record KeptScanners(List<Scanner> scanners) {
    public KeptScanners {
        scanners = List.copyOf(scanners);
    }

    /**
     * One of them, as its settings say it.
     *
     * @param credentials ids of credentials; never what is in them
     */
    record Scanner(
            String name,
            List<String> command,
            List<String> versionCommand,
            @CheckForNull String findingsExitCodes,
            @CheckForNull String format,
            @CheckForNull String install,
            List<String> environment,
            List<Credential> credentials) {
        static Scanner of(ScannerSettings scanner) {
            return new Scanner(
                    scanner.getName(),
                    scanner.getCommand(),
                    scanner.getVersionCommand(),
                    scanner.getFindingsExitCodes(),
                    scanner.getFormat(),
                    scanner.getInstall(),
                    scanner.getEnvironment(),
                    scanner.getCredentials().stream()
                            .map(one -> new Credential(one.getVariable(), one.getCredentialsId()))
                            .toList());
        }

        ScannerSettings settings() {
            ScannerSettings settings = new ScannerSettings(name);
            settings.setCommand(command);
            settings.setVersionCommand(versionCommand);
            settings.setFindingsExitCodes(findingsExitCodes);
            settings.setFormat(format);
            settings.setInstall(install);
            settings.setEnvironment(environment);
            settings.setCredentials(credentials.stream()
                    .map(one -> new ScannerCredential(one.variable(), one.credentialsId()))
                    .toList());
            return settings;
        }
    }

    /** What a scanner finds in its environment. */
    record Credential(String variable, String credentialsId) {}

    /** As they are now. */
    public static KeptScanners now() {
        return new KeptScanners(DeliveryConfiguration.get().getScanners().stream()
                .map(Scanner::of)
                .toList());
    }

    public String toJson() {
        return RecordJson.write(this);
    }

    /** @throws IOException if it is not what {@link #toJson} wrote */
    public static KeptScanners fromJson(String json) throws IOException {
        return RecordJson.read(json, KeptScanners.class);
    }

    /** The same as settings. */
    public List<ScannerSettings> settings() {
        return scanners.stream().map(Scanner::settings).toList();
    }
}
