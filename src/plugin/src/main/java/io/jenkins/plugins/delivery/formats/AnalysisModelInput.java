package io.jenkins.plugins.delivery.formats;

import edu.hm.hafner.analysis.ReaderFactory;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** A report as the Analysis Model opens it: UTF-8 unless a byte order mark says otherwise. */
final class AnalysisModelInput extends ReaderFactory implements Closeable {
    private final ReportFile file;
    private final List<Reader> open = new ArrayList<>();

    AnalysisModelInput(ReportFile file) {
        super(StandardCharsets.UTF_8);
        this.file = file;
    }

    @Override
    public String getFileName() {
        return file.name();
    }

    @Override
    public Reader create() {
        try {
            BOMInputStream stream = BOMInputStream.builder()
                    .setInputStream(file.open())
                    .setByteOrderMarks(
                            ByteOrderMark.UTF_8,
                            ByteOrderMark.UTF_32LE,
                            ByteOrderMark.UTF_32BE,
                            ByteOrderMark.UTF_16LE,
                            ByteOrderMark.UTF_16BE)
                    .get();
            String marked = stream.getBOMCharsetName();
            Reader reader =
                    new InputStreamReader(stream, marked == null ? StandardCharsets.UTF_8 : Charset.forName(marked));
            open.add(reader);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not every parser closes what it reads. */
    @Override
    public void close() throws IOException {
        for (Reader reader : open) {
            reader.close();
        }
    }
}
