package io.jenkins.plugins.delivery.engine.scan.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one scanner is run and understood.
 *
 * <p>An argument of the command is taken as it is, and never seen by a shell, but for placeholders: {@code {path}} is
 * where to look, {@code {image}} which image, {@code {report}} the file to write, and an argument that is
 * {@code {files:PATTERN}} becomes one argument for each file that matches the Ant pattern. A command without
 * {@code {report}} writes its report to its standard output.
 *
 * @param id what a Jenkinsfile calls it: lower-case letters, digits and dashes
 * @param command program and arguments
 * @param exitCodes what they mean; any other is an error
 * @param format id of the format of its report; empty means that it is told by the content, {@link #INVENTORY} that it
 *     lists what is there and finds nothing
 * @param versionCommand program and arguments that print a version; starting it also tells whether it is installed
 * @param install one sentence that says how to install it
 * @param environment variables beside those of the build
 */
public record ScannerDefinition(
        String id,
        List<String> command,
        ExitCodes exitCodes,
        String format,
        List<String> versionCommand,
        String install,
        Map<String, String> environment) {
    /** Format of a bill of materials: it is kept, and proves nothing. */
    public static final String INVENTORY = "inventory";

    public ScannerDefinition {
        command = List.copyOf(command);
        versionCommand = List.copyOf(versionCommand);
        environment = Map.copyOf(new TreeMap<>(environment));
    }

    /** Whether it looks at an image rather than at files. */
    public boolean needsImage() {
        return command.stream().anyMatch(argument -> argument.contains(ScannerCommand.IMAGE));
    }

    /** Whether its report comes from its standard output. */
    public boolean writesToOutput() {
        return command.stream().noneMatch(argument -> argument.contains(ScannerCommand.REPORT));
    }

    public boolean isInventory() {
        return format.equals(INVENTORY);
    }

    public String program() {
        return command.get(0);
    }
}
