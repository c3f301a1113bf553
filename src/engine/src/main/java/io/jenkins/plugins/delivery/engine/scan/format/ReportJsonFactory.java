package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.IOException;
import java.io.InputStream;

/** Makes a {@link ReportJsonParser} of a stream that is UTF-8 without a byte order mark. */
final class ReportJsonFactory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    private final int buffer;

    /** @param buffer how many bytes a parser looks at together: values that are skipped are skipped within them */
    ReportJsonFactory(JsonFactoryBuilder settings, int buffer) {
        super(settings);
        this.buffer = buffer;
    }

    @Override
    protected JsonParser _createParser(InputStream stream, IOContext context) {
        context.setEncoding(JsonEncoding.UTF8);
        return new ReportJsonParser(
                context,
                _parserFeatures,
                stream,
                _objectCodec,
                _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
                context.allocReadIOBuffer(buffer));
    }

    /** A parser that finds out how the stream is encoded: Jackson's own. */
    JsonParser detectingParser(InputStream stream) throws IOException {
        return super._createParser(stream, _createContext(_createContentReference(stream), false));
    }
}
