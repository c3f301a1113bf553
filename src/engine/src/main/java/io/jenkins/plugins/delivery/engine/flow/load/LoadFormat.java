package io.jenkins.plugins.delivery.engine.flow.load;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;

/** Reads the result of one tool. */
interface LoadFormat {
    /** @throws ReportException if the file is not of this format, all the way to its end */
    LoadResult read(ReportInput file) throws IOException;

    /** Which format a file has, by what stands first in it. */
    static LoadFormat of(ReportInput file) throws IOException {
        if (file.beginsLikeXml()) {
            return new JMeterXml();
        }
        if (file.firstByte() == GatlingBinaryLog.RUN) {
            return new GatlingBinaryLog();
        }
        String line = file.firstLine();
        if (line.startsWith("{")) {
            return JsonFormats.of(file, line);
        }
        if (line.contains("timeStamp") && line.contains("elapsed")) {
            return new JMeterLog();
        }
        if (line.matches("(RUN|ASSERTION|USER|REQUEST)\t.*")) {
            return new GatlingLog();
        }
        throw new ReportException(
                file.name(),
                1,
                "expected the result of k6 (summary or points as JSON), JMeter (JTL as XML, or as CSV with its header), Gatling (simulation.log or"
                        + " stats.json) or Vegeta (report or results as JSON)");
    }
}
