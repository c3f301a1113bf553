package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The parser of Jackson, which goes past values that nobody reads, and reads plain texts, faster than token by token
 * and character by character. It does so only for what is sound and wholly in its buffer; with anything else Jackson
 * goes on from where it stands, so what is refused, and where, is for Jackson to say.
 */
final class ReportJsonParser extends UTF8StreamJsonParser {
    private final JsonSkip skip = new JsonSkip();
    private final ShortTexts texts = new ShortTexts();

    ReportJsonParser(
            IOContext context,
            int features,
            InputStream stream,
            ObjectCodec codec,
            ByteQuadsCanonicalizer names,
            byte[] buffer) {
        super(context, features, stream, codec, names, buffer, 0, 0, 0, false);
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (_currToken != JsonToken.START_OBJECT && _currToken != JsonToken.START_ARRAY) {
            return this;
        }
        int levels = streamReadConstraints().getMaxNestingDepth() - _parsingContext.getNestingDepth();
        int end = skip.structure(_inputBuffer, _inputPtr, _inputEnd, levels);
        if (end < 0) {
            return super.skipChildren();
        }
        _inputPtr = end;
        if (skip.newLines() > 0) {
            _currInputRow += skip.newLines();
            _currInputRowStart = skip.lineStart();
        }
        _tokenInputRow = _currInputRow;
        _tokenInputCol = end - 1 - _currInputRowStart;
        _parsingContext = _parsingContext.getParent();
        _currToken = _currToken == JsonToken.START_OBJECT ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        return this;
    }

    @Override
    protected void _skipString() throws IOException {
        int end = JsonText.end(_inputBuffer, _inputPtr, _inputEnd);
        if (end < 0) {
            super._skipString();
        } else {
            _tokenIncomplete = false;
            _inputPtr = end;
        }
    }

    @Override
    protected String _finishAndReturnString() throws IOException {
        int end = JsonText.plain(_inputBuffer, _inputPtr, _inputEnd) + 1;
        String text = null;
        if (end > 0) {
            text = texts.text(_inputBuffer, _inputPtr, end - 1);
            text = text == null
                    ? new String(_inputBuffer, _inputPtr, end - 1 - _inputPtr, StandardCharsets.ISO_8859_1)
                    : text;
        } else {
            end = JsonText.end(_inputBuffer, _inputPtr, _inputEnd);
            text = end < 0 ? null : JsonText.unescaped(_inputBuffer, _inputPtr, end - 1);
        }
        if (text == null) {
            return super._finishAndReturnString();
        }
        _inputPtr = end;
        _textBuffer.resetWithString(text);
        return text;
    }
}
