package io.jenkins.plugins.delivery.engine.flow.load;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.List;

/** JMeter's JTL as CSV with its header. Source: https://jmeter.apache.org/usermanual/listeners.html#csvlogformat. */
final class JMeterLog implements LoadFormat {
    @Override
    public LoadResult read(ReportInput file) throws IOException {
        Rows rows = new Rows(file.name());
        file.lines(rows::read);
        rows.end();
        return rows.samples.result("JMeter");
    }

    /** Lines until each quote is closed make a row. */
    private static final class Rows {
        private final String file;
        private final Samples samples = new Samples();
        private final StringBuilder open = new StringBuilder();
        private List<String> header = List.of();

        Rows(String file) {
            this.file = file;
        }

        void read(int number, String line) throws ReportException {
            open.append(open.isEmpty() ? "" : "\n").append(line);
            if (open.length() > 1 << 20) {
                throw new ReportException(file, number, "expected a quote to end within a mebibyte");
            }
            if (open.chars().filter(c -> c == '"').count() % 2 == 0) {
                String row = open.toString();
                open.setLength(0);
                row(number, row);
            }
        }

        private void row(int number, String row) throws ReportException {
            if (row.isBlank()) {
                return;
            }
            List<String> cells = CsvCells.of(row);
            if (header.isEmpty()) {
                header = cells;
                return;
            }
            String label = cell(number, cells, "label");
            double elapsed = number(number, cells, "elapsed");
            samples.add(label, number(number, cells, "timeStamp") + elapsed, elapsed);
            if (!cell(number, cells, "success").equals("true")) {
                samples.error(label);
            }
        }

        private String cell(int number, List<String> cells, String column) throws ReportException {
            int at = header.indexOf(column);
            if (at < 0 || at >= cells.size()) {
                throw new ReportException(file, number, "expected a column '" + column + "' in JMeter's log");
            }
            return cells.get(at);
        }

        private double number(int number, List<String> cells, String column) throws ReportException {
            String text = cell(number, cells, column);
            if (!text.matches("\\d{1,18}")) {
                throw new ReportException(
                        file,
                        number,
                        "expected a number of milliseconds as '" + column + "', but it is '" + text + "'");
            }
            return Long.parseLong(text);
        }

        void end() throws ReportException {
            if (!open.isEmpty()) {
                throw new ReportException(file, "expected the last quote to be closed; the log breaks off");
            }
        }
    }
}
