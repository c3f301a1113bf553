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
        // Given back at the end: to have 64 KiB of zeros made took a tenth of the time of a small report.
        super(context, features, stream, codec, names, buffer, 0, 0, 0, true);
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
        goTo(end);
        _parsingContext = _parsingContext.getParent();
        _currToken = _currToken == JsonToken.START_OBJECT ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        return this;
    }

    /**
     * Goes on, within an object, to the value of its next field if that has this name, or to the end of the object. For
     * Jackson these are two steps; to take them together saves a twentieth of the time of a Trivy report.
     *
     * @return whether it is there; if not, it stands where it stood
     */
    boolean nextField(FieldName expected) throws IOException {
        if (_currToken == JsonToken.FIELD_NAME || !_parsingContext.inObject()) {
            return false;
        }
        if (_tokenIncomplete) {
            _skipString();
        }
        skip.startLines();
        int at = skip.space(_inputBuffer, _inputPtr, _inputEnd);
        if (at < _inputEnd && _inputBuffer[at] == '}') {
            goTo(at + 1);
            _parsingContext = _parsingContext.clearAndGetParent();
            _currToken = JsonToken.END_OBJECT;
            return true;
        }
        boolean comma = at < _inputEnd && _inputBuffer[at] == ',';
        if (comma == (_currToken == JsonToken.START_OBJECT)) {
            return false;
        }
        at = comma ? skip.space(_inputBuffer, at + 1, _inputEnd) : at;
        at = expected.end(_inputBuffer, at, _inputEnd);
        at = at < 0 ? _inputEnd : skip.space(_inputBuffer, at, _inputEnd);
        if (at >= _inputEnd || _inputBuffer[at] != ':') {
            return false;
        }
        at = skip.space(_inputBuffer, at + 1, _inputEnd);
        return at < _inputEnd && startValue(expected, at);
    }

    private boolean startValue(FieldName name, int at) throws IOException {
        byte first = _inputBuffer[at];
        boolean number = first >= '0' && first <= '9';
        if (!number && first != '"' && first != '{' && first != '[') {
            return false;
        }
        goTo(at + 1);
        _parsingContext.expectComma();
        _parsingContext.setCurrentName(name.text());
        _currToken = startValue(first);
        return true;
    }

    private JsonToken startValue(byte first) throws IOException {
        switch (first) {
            case '"' -> {
                _tokenIncomplete = true;
                return JsonToken.VALUE_STRING;
            }
            case '{' -> {
                createChildObjectContext(_tokenInputRow, _tokenInputCol);
                return JsonToken.START_OBJECT;
            }
            case '[' -> {
                createChildArrayContext(_tokenInputRow, _tokenInputCol);
                return JsonToken.START_ARRAY;
            }
            default -> {
                return _parseUnsignedNumber(first);
            }
        }
    }

    /** The current token ends here, or its first byte does; {@link #skip} knows the lines on the way. */
    private void goTo(int position) {
        if (skip.newLines() > 0) {
            _currInputRow += skip.newLines();
            _currInputRowStart = skip.lineStart();
        }
        _inputPtr = position;
        _tokenInputTotal = _currInputProcessed + position;
        _tokenInputRow = _currInputRow;
        _tokenInputCol = position - _currInputRowStart;
        _numTypesValid = NR_UNKNOWN;
        _nameCopied = false;
        _binaryValue = null;
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
