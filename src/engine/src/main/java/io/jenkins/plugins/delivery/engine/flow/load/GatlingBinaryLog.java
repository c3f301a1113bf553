package io.jenkins.plugins.delivery.engine.flow.load;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Gatling's {@code simulation.log} as Gatling writes it since 3.13: records that begin with a byte of their own, times in milliseconds since
 * the start of the run, and texts that are written once and pointed at from then on. Source: {@code LogFileDataWriter} of
 * https://github.com/gatling/gatling.
 */
final class GatlingBinaryLog implements LoadFormat {
    /** What the file begins with, and no text does. */
    static final int RUN = 0;

    private static final int REQUEST = 1;
    private static final int USER = 2;
    private static final int GROUP = 3;
    private static final int ERROR = 4;

    @Override
    public LoadResult read(ReportInput file) throws IOException {
        Records records = new Records(file.name());
        file.bytes(records::read);
        return records.samples.result("Gatling");
    }

    private static final class Records {
        private static final int LONGEST = 1 << 20;
        /** What is kept of a text, and of how many, so that messages that are all different take little memory. */
        private static final int KEPT = 256;

        private static final int MOST_TEXTS = 50_000;
        private static final int MOST_NAMES = 100_000;

        private final String file;
        private final Samples samples = new Samples();
        private final Map<Integer, String> texts = new HashMap<>();
        private DataInputStream in;
        private long record = 1;

        Records(String file) {
            this.file = file;
        }

        void read(DataInputStream bytes) throws IOException {
            in = bytes;
            if (in.readUnsignedByte() != RUN) {
                throw wrong("a run");
            }
            run();
            for (int kind = in.read(); kind >= 0; kind = in.read()) {
                record++;
                switch (kind) {
                    case REQUEST -> request();
                    case USER -> skip(4 + 1 + 4);
                    case GROUP -> {
                        groups();
                        skip(4 + 4 + 4 + 1);
                    }
                    case ERROR -> {
                        pointed();
                        skip(4);
                    }
                    default -> throw wrong("a request, user, group or error");
                }
            }
        }

        private void run() throws IOException {
            String version = text();
            if (!version.matches("\\d+\\.\\d+.*")) {
                throw wrong("a version of Gatling");
            }
            text();
            in.readLong();
            text();
            for (int scenarios = count(); scenarios > 0; scenarios--) {
                text();
            }
            for (int assertions = count(); assertions > 0; assertions--) {
                skip(length());
            }
        }

        private void request() throws IOException {
            groups();
            String name = pointed();
            int start = in.readInt();
            int end = in.readInt();
            boolean passed = in.readBoolean();
            pointed();
            samples.add(name, end, Math.max(0, end - start));
            if (!passed) {
                samples.error(name);
            }
        }

        private void groups() throws IOException {
            for (int groups = count(); groups > 0; groups--) {
                pointed();
            }
        }

        /** A text with the number that later records call it by, or, negative, the number of one from before. */
        private String pointed() throws IOException {
            int number = in.readInt();
            if (number < 0) {
                String text = texts.get(-number);
                if (text == null && texts.size() < MOST_TEXTS) {
                    throw wrong("a text that was written before");
                }
                return text == null ? Samples.OTHERS : text;
            }
            String whole = text();
            String text = whole.length() > KEPT ? whole.substring(0, KEPT) : whole;
            if (texts.size() < MOST_TEXTS) {
                texts.put(number, text);
            }
            return text;
        }

        /** As Java keeps it in memory: a byte for each character, or two with the lower first, as the last byte tells. */
        private String text() throws IOException {
            int length = length();
            if (length == 0) {
                return "";
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return new String(bytes, in.readByte() == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
        }

        private int length() throws IOException {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw wrong("a length of at most a mebibyte");
            }
            return length;
        }

        private int count() throws IOException {
            int count = in.readInt();
            if (count < 0 || count > MOST_NAMES) {
                throw wrong("at most " + MOST_NAMES + " names");
            }
            return count;
        }

        private void skip(int bytes) throws IOException {
            in.skipNBytes(bytes);
        }

        private ReportException wrong(String expected) {
            return new ReportException(
                    file,
                    "expected " + expected + " at record " + record + " of Gatling's log, which it does not hold");
        }
    }
}
