import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for passwords in the code, and writes what it finds as SARIF: stands for the scanner of your choice. */
public final class Lint {
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password|secret|token)\\s*=\\s*\"[^\"]+\"");

    public static void main(String[] arguments) throws IOException {
        List<String> results = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (PASSWORD.matcher(lines.get(i)).find()) {
                        results.add("""
                                {"ruleId": "password-in-code", "level": "error", "message": {"text": "A password belongs into a credential."},
                                 "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"}, "region": {"startLine": %d}}}]}"""
                                .formatted(file, i + 1));
                    }
                }
            }
        }
        Files.writeString(
                Path.of("target/lint.sarif"),
                """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}}, "results": [%s]}]}
                """.formatted(String.join(",", results)));
    }
}
