package io.jenkins.plugins.delivery.jenkinsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.thoughtworks.xstream.security.ForbiddenClassException;
import hudson.EnvVars;
import hudson.Util;
import hudson.XmlFile;
import hudson.console.ConsoleNote;
import hudson.console.LineTransformationOutputStream;
import hudson.util.FormValidation;
import hudson.util.Secret;
import hudson.util.XStream2;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.security.HMACConfidentialKey;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "7, 7 ms",
        "120, 0.12 sec",
        "900, 0.9 sec",
        "1000, 1 sec",
        "5400, 5.4 sec",
        "17000, 17 sec",
        "60000, 1 min 0 sec",
        "90000, 1 min 30 sec",
        "3600000, 1 hr 0 min",
        "90000000, 1 day 1 hr",
        "176400000, 2 days 1 hr"
    })
    void timesAreSaidInTheirTwoLargestUnits(long millis, String text) {
        assertThat(Util.getTimeSpanString(millis)).isEqualTo(text);
    }

    @Test
    void variablesAreReplacedWhereTheyAreKnown() {
        Map<String, String> known = Map.of("A", "1", "B.c", "2");
        assertThat(Util.replaceMacro("$A ${A} ${B.c} $$A $UNKNOWN ${UNKNOWN}", known))
                .isEqualTo("1 1 2 $A $UNKNOWN ${UNKNOWN}");
    }

    @Test
    void environmentVariablesMayBuildOnEachOther() {
        EnvVars env = new EnvVars("PATH", "/bin", "HOME", "/root");
        env.overrideExpandingAll(Map.of("PATH+TOOL", "${TOOL}/bin", "TOOL", "$HOME/tool", "HOME", "/home/me"));
        assertThat(env).containsEntry("PATH", "/home/me/tool/bin:/bin").containsEntry("TOOL", "/home/me/tool");
        assertThat(env.get("path")).isEqualTo("/home/me/tool/bin:/bin");
        env.override("TOOL", null);
        assertThat(env).doesNotContainKey("TOOL");
        assertThatIllegalArgumentException().isThrownBy(() -> env.put("X", null));
    }

    @ParameterizedTest
    @CsvSource({"/job/shop, true", "https://evil.example, false", "//evil.example, false", "'\\evil', false"})
    void redirectsStayOnThisHost(String url, boolean safe) {
        assertThat(Util.isSafeToRedirectTo(url)).isEqualTo(safe);
    }

    @Test
    void secretsAreEncryptedWithAKeyOfTheirHome(@TempDir Path other) throws Exception {
        String encrypted;
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            encrypted = Secret.fromString("hunter2").getEncryptedValue();
            assertThat(encrypted)
                    .matches("\\{[A-Za-z0-9+/=]+}")
                    .isNotEqualTo(Secret.fromString("hunter2").getEncryptedValue());
            assertThat(Secret.fromString(encrypted).getPlainText()).isEqualTo("hunter2");
        }
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            assertThat(Secret.fromString(encrypted).getPlainText()).isEqualTo("hunter2");
            assertThat(Secret.fromString("{notEncrypted}").getPlainText()).isEqualTo("{notEncrypted}");
        }
        try (LocalJenkins ignored = LocalJenkins.start(other)) {
            assertThat(Secret.fromString(encrypted).getPlainText()).isNotEqualTo("hunter2");
        }
    }

    @Test
    void messageCodesBelongToOneHome(@TempDir Path other) throws Exception {
        HMACConfidentialKey key = new HMACConfidentialKey(ValuesTest.class, "audit");
        String code;
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            code = key.mac("entry");
            assertThat(key.checkMac("entry", code)).isTrue();
            assertThat(key.checkMac("forged", code)).isFalse();
        }
        try (LocalJenkins ignored = LocalJenkins.start(other)) {
            assertThat(key.checkMac("entry", code)).isFalse();
        }
    }

    @Test
    void filesKeepControlCharactersAndForgetUnknownElements() throws Exception {
        XmlFile file = new XmlFile(home.resolve("notes.xml").toFile());
        Notes notes = new Notes();
        notes.lines.add("\u001B[31mred ünïcode");
        file.write(notes);
        String text = file.asString();
        assertThat(text).startsWith("<?xml version='1.1' encoding='UTF-8'?>");
        Files.writeString(file.getFile().toPath(), text.replace("<lines>", "<gone>x</gone><lines>"));
        assertThat(((Notes) file.read()).lines).containsExactly("\u001B[31mred ünïcode");
    }

    private static final class Notes {
        private final CopyOnWriteArrayList<Object> lines = new CopyOnWriteArrayList<>();
    }

    @Test
    void elementsOfAClassThatIsGoneAreLeftOut() throws Exception {
        XmlFile file = new XmlFile(home.resolve("notes.xml").toFile());
        file.write(new Notes());
        String text = file.asString()
                .replace(
                        "<lines/>",
                        "<lines><string>a</string><org.gone.Action><x>1</x></org.gone.Action><string>b</string></lines>");
        Files.writeString(file.getFile().toPath(), text);
        assertThat(((Notes) file.read()).lines).containsExactly("a", "b");
    }

    @Test
    void filesCannotNameClassesThatRunCode() {
        assertThatExceptionOfType(ForbiddenClassException.class).isThrownBy(() -> new XStream2()
                .fromXML("<java.lang.ProcessBuilder><command/></java.lang.ProcessBuilder>"));
        assertThatExceptionOfType(ForbiddenClassException.class)
                .isThrownBy(() -> new XStream2().fromXML("<java.beans.EventHandler/>"));
    }

    @Test
    void aFileThatIsNotXmlIsAnErrorThatNamesIt() throws Exception {
        Path file = home.resolve("broken.xml");
        Files.writeString(file, "<notes");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new XmlFile(file.toFile()).read())
                .withMessageContaining("broken.xml");
    }

    @Test
    void linesAreHandedOnWhole() throws Exception {
        List<String> lines = new ArrayList<>();
        try (OutputStream out = new LineTransformationOutputStream() {
            @Override
            protected void eol(byte[] line, int length) {
                lines.add(trimEOL(new String(line, 0, length, StandardCharsets.UTF_8)));
            }
        }) {
            out.write("one\r\ntw".getBytes(StandardCharsets.UTF_8));
            out.write("o\n\nlast".getBytes(StandardCharsets.UTF_8));
            out.write('!');
        }
        assertThat(lines).containsExactly("one", "two", "", "last!");
    }

    @Test
    void notesForBrowsersAreRemoved() {
        String note = ConsoleNote.PREAMBLE_STR + "AAAA" + ConsoleNote.POSTAMBLE_STR;
        assertThat(ConsoleNote.removeNotes("see " + note + "here" + note)).isEqualTo("see here");
    }

    @Test
    void validationsSayTheWorstOfThem() {
        FormValidation all = FormValidation.aggregate(
                List.of(FormValidation.ok(), FormValidation.warning("hm"), FormValidation.error("<no>")));
        assertThat(all.kind).isSameAs(FormValidation.Kind.ERROR);
        assertThat(all.renderHtml()).contains("hm", "&lt;no&gt;").doesNotContain("<no>");
        assertThat(FormValidation.validateRequired(" ").kind).isSameAs(FormValidation.Kind.ERROR);
        assertThat(FormValidation.validatePositiveInteger("0").kind).isSameAs(FormValidation.Kind.ERROR);
        assertThat(FormValidation.validateIntegerInRange("5", 1, 9)).isSameAs(FormValidation.ok());
    }

    @Test
    void jsonIsReadAndWritten() {
        JSONObject object = JSONObject.fromObject("{\"a\": [1, {\"b\": true}], \"c\": \"text\"}");
        assertThat(object.getJSONArray("a").getJSONObject(1).getBoolean("b")).isTrue();
        assertThat(object.getString("c")).isEqualTo("text");
        assertThat(object.optInt("missing", 7)).isEqualTo(7);
        assertThat(JSONObject.fromObject(object.toString())).isEqualTo(object);
        assertThat(JSONArray.fromObject(List.of(1, "[not json")).get(1)).isEqualTo("[not json");
        assertThat(JSONObject.fromObject(null).isNullObject()).isTrue();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> object.getInt("c"))
                .withMessageContaining("\"c\" is not a number");
    }

    @Test
    void bytesOfAHomeStayReadableByTheirOwnerAlone() throws Exception {
        try (LocalJenkins ignored = LocalJenkins.start(home)) {
            Secret.fromString("x").getEncryptedValue();
            assertThat(Files.getPosixFilePermissions(home.resolve("secrets/master.key")))
                    .hasSize(2);
        }
    }
}
