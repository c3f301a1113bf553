package io.jenkins.plugins.delivery.engine.scan.run;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Makes sure that a definition, and what it is used for, can be used. */
public final class ScannerChecks {
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]{0,511}");

    private ScannerChecks() {}

    /** @throws ArgumentException naming what cannot be used */
    public static void check(ScannerDefinition scanner) {
        if (!ID.matcher(scanner.id()).matches()) {
            throw new ArgumentException(
                    "id", "'" + scanner.id() + "' may have lower-case letters, digits and dashes, as trivy-fs has");
        }
        command("command", scanner.command());
        command("versionCommand", scanner.versionCommand());
        if (!Collections.disjoint(
                scanner.exitCodes().clean(), scanner.exitCodes().findings())) {
            throw new ArgumentException(
                    "findingsExitCodes", "a code means one thing, but one is also among cleanExitCodes");
        }
        scanner.environment().keySet().forEach(name -> variable("environment", name));
    }

    /** @throws ArgumentException if it cannot be the name of an environment variable */
    public static void variable(String argument, String name) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new ArgumentException(
                    argument, "'" + name + "' is no name of an environment variable, as HTTP_PROXY is");
        }
    }

    /**
     * @throws ArgumentException if it cannot be a reference of an image; above all, it never starts with a dash, which
     *     a scanner would take for an option
     */
    public static void image(String argument, String image) {
        if (!IMAGE.matcher(image).matches()) {
            throw new ArgumentException(
                    argument, "'" + image + "' is no reference of an image, such as registry.example.com/shop:1.2");
        }
    }

    private static void command(String argument, List<String> command) {
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new ArgumentException(argument, "names no program to start");
        }
        ScannerCommand.check(argument, command);
    }
}
