package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read or gone past, and whatever is wrong with it: it is what Jackson alone makes of it. */
class ReportJsonParserTest {
    private static final int DEEPEST = 14;
    private static final String STRANGE = """
            {"a": {"é": "ü", "b": [1, -0.5e+10, 0, 1e5, true, false, null, {}, [], "€ 🙂"]},\r
             "long": ["\\u00e9\\n\\t\\"\\\\\\/", "a text that is longer than eight bytes", " \\ud83d\\ude00 "],\r\t"c"\n: [[[]]] , "d":"","e":"\u007f"}
            """;

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.oneOf(Arbitraries.of(SeedReports.all()), Arbitraries.just(STRANGE));
    }

    @Property(tries = 1500)
    void readsWhatJacksonReads(
            @ForAll("documents") String document, @ForAll long seed, @ForAll @IntRange(max = 3) int changes)
            throws IOException {
        Random random = new Random(seed);
        byte[] json = changed(document, random, changes);
        int piece = random.nextBoolean() ? json.length : 1 + random.nextInt(200);
        assertThat(walk(ours(json, piece), new Random(seed))).isEqualTo(walk(jackson(json), new Random(seed)));
    }

    @Property(tries = 1500)
    void findsTheFieldsThatJacksonFinds(
            @ForAll("documents") String document, @ForAll long seed, @ForAll @IntRange(max = 3) int changes)
            throws IOException {
        Random random = new Random(seed);
        byte[] json = changed(document, random, changes);
        int piece = random.nextBoolean() ? json.length : 1 + random.nextInt(200);
        assertThat(fields(ours(json, piece), new Random(seed))).isEqualTo(fields(jackson(json), new Random(seed)));
    }

    @Test
    void takesNoFieldForTheExpectedOneThatIsMalformed() throws IOException {
        String known = "[{\"a\\\"b\":1},";
        for (String next : List.of(
                "{\"a\"b\":1}]", "{,\"a\\\"b\":1}]", "{\"a\\\"b\" 1}]", "{\"a\\\"b\":01}]", "{\"a\\\"b\":1,}]")) {
            byte[] json = (known + next + " ".repeat(32)).getBytes(StandardCharsets.UTF_8);
            assertThat(fields(ours(json, json.length), new Random(0)))
                    .isEqualTo(fields(jackson(json), new Random(0)))
                    .last()
                    .asString()
                    .contains("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[01]",
                "[1.]",
                "[.5]",
                "[-]",
                "[1e]",
                "[+1]",
                "[tru]",
                "[nulll]",
                "[NaN]",
                "[,]",
                "[1,]",
                "[1 2]",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\" 1}",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"\t\"]",
                "[\u0001]",
                "[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]",
                "[}",
                "{]",
                "[\"a\" \"b\"]",
                "[/**/1]",
                "['a']",
                "[\u00a01]"
            })
    void isSureOfNothingThatIsMalformed(String json) {
        assertThat(skipped(json)).isEqualTo(JsonSkip.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[1,-2.5E-3]", "{\"a\":{\"b\":[null]}}", " [ true ,\r\n\"\\u00e9ü€🙂\" ]"})
    void goesPastWhatIsSound(String json) {
        assertThat(skipped(json)).isEqualTo(json.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void goesPastAllOfAReport() throws IOException {
        for (String report : SeedReports.whole()) {
            String content = report.strip();
            if (content.startsWith("{")) {
                try (JsonParser parser = jackson(content.getBytes(StandardCharsets.UTF_8))) {
                    parser.nextToken();
                    parser.skipChildren();
                    long end = parser.currentLocation().getByteOffset();
                    assertThat(skipped(content)).as(content).isEqualTo((int) end);
                }
            }
        }
    }

    private static int skipped(String json) {
        byte[] bytes = (json + " ".repeat(8)).getBytes(StandardCharsets.UTF_8);
        int start = json.indexOf(json.strip().charAt(0)) + 1;
        return new JsonSkip().structure(bytes, start, bytes.length, DEEPEST - 1);
    }

    private static byte[] changed(String document, Random random, int changes) {
        byte[] json = document.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < changes; i++) {
            json[random.nextInt(json.length)] = (byte)
                    (random.nextBoolean() ? random.nextInt() : "{}[]\":,0-.eE \n\r\\".charAt(random.nextInt(16)));
        }
        return json;
    }

    /** What a reader sees that goes from field to field. */
    private static List<String> fields(JsonParser parser, Random random) throws IOException {
        List<String> seen = new ArrayList<>();
        try (parser) {
            FieldNames names = new FieldNames(parser);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.currentToken()) {
                boolean past = token.isStructStart() && random.nextInt(3) == 0;
                if (past) {
                    parser.skipChildren();
                } else if (token.isScalarValue() && random.nextInt(3) > 0) {
                    seen.add(parser.getText() + parser.getValueAsDouble(-1));
                }
                boolean inObject = parser.getParsingContext().inObject();
                String name = inObject ? names.next() : null;
                token = inObject ? parser.currentToken() : parser.nextToken();
                seen.add(name + " " + parser.currentName() + " " + token + " " + place(parser.currentTokenLocation()));
            }
        } catch (JsonProcessingException e) {
            seen.add(e.getClass() + e.getOriginalMessage() + place(e.getLocation()));
        } catch (CharConversionException e) {
            seen.add(e.getMessage() + place(parser.currentLocation()));
        }
        return seen;
    }

    /** What a reader sees that takes some values and leaves others. */
    private static List<String> walk(JsonParser parser, Random random) throws IOException {
        List<String> seen = new ArrayList<>();
        try (parser) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                seen.add(token + " " + place(parser.currentTokenLocation()));
                int choice = random.nextInt(3);
                if (token.isStructStart() && choice == 0) {
                    parser.skipChildren();
                    seen.add("past " + parser.currentToken() + " " + place(parser.currentLocation()));
                } else if (token.isScalarValue() && choice < 2) {
                    seen.add(parser.getText() + parser.getText() + parser.getValueAsDouble(-1));
                }
            }
        } catch (JsonProcessingException e) {
            seen.add(e.getClass() + e.getOriginalMessage() + place(e.getLocation()));
        } catch (CharConversionException e) {
            seen.add(e.getMessage() + place(parser.currentLocation()));
        }
        return seen;
    }

    private static String place(JsonLocation location) {
        if (location == null) {
            return "nowhere";
        }
        return location.getLineNr() + ":" + location.getColumnNr() + " " + location.getByteOffset();
    }

    private static JsonFactoryBuilder settings() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
    }

    private static JsonParser jackson(byte[] json) throws IOException {
        return new JsonFactory(settings()).createParser(new ByteArrayInputStream(json));
    }

    /** @param piece how many bytes there are at a time */
    private static JsonParser ours(byte[] json, int piece) throws IOException {
        InputStream pieces = new ByteArrayInputStream(json) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, piece));
            }
        };
        return new ReportJsonFactory(settings(), 64 * 1024).createParser(pieces);
    }
}
