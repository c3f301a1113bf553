package io.jenkins.plugins.delivery.engine.flow.load;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gatling's {@code simulation.log} as text, which Gatling 3 wrote before 3.13; later ones are {@link GatlingBinaryLog}. What stands before the
 * name changed over time, so a request is known by its two times and its state.
 */
final class GatlingLog implements LoadFormat {
    private static final Pattern REQUEST =
            Pattern.compile("REQUEST\t(?:.*\t)?([^\t]+)\t(\\d{10,14})\t(\\d{10,14})\t(OK|KO)(?:\t.*)?");

    @Override
    public LoadResult read(ReportInput file) throws IOException {
        Samples samples = new Samples();
        file.lines((number, line) -> {
            if (!line.startsWith("REQUEST\t")) {
                return;
            }
            Matcher request = REQUEST.matcher(line);
            if (!request.matches()) {
                throw new ReportException(
                        file.name(),
                        number,
                        "expected a name, start and end in milliseconds, and OK or KO after REQUEST");
            }
            long end = Long.parseLong(request.group(3));
            samples.add(request.group(1), end, Math.max(0, end - Long.parseLong(request.group(2))));
            if (request.group(4).equals("KO")) {
                samples.error(request.group(1));
            }
        });
        return samples.result("Gatling");
    }
}
