package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML file, by its byte order mark or the encoding that it states, else as UTF-8. */
final class XmlText {
    private static final int BUFFER = 64 * 1024;
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private XmlText() {}

    /** Malformed text is an error of this reader, which the parser would print besides. */
    static Reader of(InputStream stream) throws IOException {
        InputStream marked = new BufferedInputStream(stream, BUFFER);
        marked.mark(DECLARATION);
        byte[] first = marked.readNBytes(DECLARATION);
        marked.reset();
        Charset charset = charset(first);
        marked.skipNBytes(mark(first));
        return new InputStreamReader(
                marked,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(byte[] first) throws UnsupportedEncodingException {
        if (starts(first, 0xFE, 0xFF) || starts(first, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(first, 0xFF, 0xFE) || starts(first, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = ENCODING.matcher(new String(first, StandardCharsets.ISO_8859_1));
        String name = declared.find() ? declared.group(1) : "UTF-8";
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    private static int mark(byte[] first) {
        if (starts(first, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return starts(first, 0xFE, 0xFF) || starts(first, 0xFF, 0xFE) ? 2 : 0;
    }

    private static boolean starts(byte[] first, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= first.length || (first[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
