package io.jenkins.plugins.delivery.engine.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Verifies audit logs without Jenkins: {@code AuditCommand verify <file>…} says for each whether it is intact, {@code
 * AuditCommand csv <file>} prints it for a spreadsheet. Ends with 0 only if everything is intact, 1 if something is not, 2
 * if it was called wrongly or a file cannot be read.
 */
public final class AuditCommand {
    private static final String USAGE = "usage: verify <file>... | csv <file>";

    private final PrintStream out;
    private final PrintStream err;

    AuditCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new AuditCommand(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.size() < 2 || arguments.get(0).equals("csv") && arguments.size() > 2) {
            err.println(USAGE);
            return 2;
        }
        List<String> files = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "verify" -> files.stream().mapToInt(this::verify).max().orElse(2);
            case "csv" -> csv(Path.of(files.get(0)));
            default -> {
                err.println(USAGE);
                yield 2;
            }
        };
    }

    private int verify(String name) {
        Path file = Path.of(name);
        try {
            AuditVerification verified = existing(file).verify();
            out.println(name + ": " + verified.words());
            verified.problems().forEach(problem -> out.println("  line " + problem.line() + ": " + problem.words()));
            return verified.isIntact() ? 0 : 1;
        } catch (IOException e) {
            err.println(name + " cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private int csv(Path file) {
        try {
            existing(file).csv().forEach(out::println);
            return 0;
        } catch (IOException e) {
            err.println(file + " cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private static AuditChain existing(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file");
        }
        return new AuditChain(file);
    }
}
