package io.jenkins.plugins.delivery.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {
    /** The first vectors of the reference implementation: key 00 01 02 … 0f, input 00 01 02 … of this length. */
    @ParameterizedTest
    @CsvSource({"0, a3817f04ba25a8e66df67214c75502", "1, da87c1d86b99af44347659119b22fc"})
    void agreesWithTheReferenceImplementation(int length, String expected) {
        SipHash hash = new SipHash(counting(SipHash.KEY_BYTES));
        assertThat(HexFormat.of().formatHex(hash.digest(counting(length), length)))
                .isEqualTo(expected);
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
