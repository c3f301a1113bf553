package io.jenkins.plugins.delivery.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditChainTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path folder;

    private Path file;
    private Path head;

    @BeforeEach
    void name() {
        file = folder.resolve("audit/shop.jsonl");
        head = folder.resolve("audit/shop.jsonl.head");
    }

    @Test
    void entries_are_read_back_as_they_were_appended_each_linked_to_the_one_before() throws IOException {
        AuditEntry first = chain().append(event(1));
        AuditEntry second = chain().append(event(2));

        AuditVerification verified = chain().verify();
        assertThat(verified.isIntact()).isTrue();
        assertThat(verified.entries()).containsExactly(first, second);
        assertThat(first.previous()).isEqualTo(AuditEntry.GENESIS);
        assertThat(second.previous()).isEqualTo(first.digest());
        assertThat(verified.words()).isEqualTo("2 entries, unbroken; the last one's digest is " + second.digest());
    }

    @Test
    void a_log_that_does_not_exist_is_intact() throws IOException {
        assertThat(chain().verify().isIntact()).isTrue();
        assertThat(chain().verify().head()).isEqualTo(AuditEntry.GENESIS);
    }

    @Test
    void what_is_on_record_is_not_appended_again() throws IOException {
        AuditChain chain = chain();
        chain.appendMissing(List.of(event(1), event(2)));
        chain.appendMissing(List.of(event(1), event(2), event(3), event(3)));
        chain().appendMissing(List.of(event(2), event(4)));
        chain.appendMissing(List.of(event(4)));

        assertThat(texts(chain().verify())).containsExactly("event 1", "event 2", "event 3", "event 4");
        assertThat(chain.verify().isIntact()).isTrue();
    }

    @Test
    void what_a_chain_remembers_hides_no_tampering() throws IOException {
        AuditChain chain = chain();
        chain.appendMissing(List.of(event(1), event(2)));
        assertThat(chain.verify().isIntact()).isTrue();
        FileTime written = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace("event 1", "event 9"));
        Files.setLastModifiedTime(file, written);

        chain.appendMissing(List.of(event(2), event(3)));

        assertThat(chain.verify().isIntact()).isFalse();
        assertThat(chain.verify().words()).startsWith("tampered with or damaged: line 1");
    }

    /** The file at each moment of writing an entry: everything up to some byte, and the head as it was before. */
    @Test
    void a_writer_that_dies_anywhere_costs_nothing_that_was_acknowledged_and_the_log_stays_intact() throws IOException {
        append(3);
        byte[] acknowledged = Files.readAllBytes(file);
        byte[] headBefore = Files.readAllBytes(head);
        chain().append(event(4));
        byte[] whole = Files.readAllBytes(file);

        for (int length = acknowledged.length; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Files.write(head, headBefore);
            chain().append(event(5));

            AuditVerification verified = chain().verify();
            boolean written = length >= whole.length - 1;
            boolean begun = length > acknowledged.length && !written;
            assertThat(verified.problems()).as("cut off after %d bytes", length).isEmpty();
            assertThat(texts(verified))
                    .as("cut off after %d bytes", length)
                    .startsWith("event 1", "event 2", "event 3")
                    .endsWith("event 5")
                    .hasSize(4 + (written ? 1 : 0) + (begun ? 1 : 0));
        }
    }

    @Test
    void every_changed_byte_is_found() throws IOException {
        append(2);
        byte[] genuine = Files.readAllBytes(file);

        for (int at = 0; at < genuine.length; at++) {
            byte[] tampered = genuine.clone();
            tampered[at] = (byte) (tampered[at] == 'x' ? 'y' : 'x');
            Files.write(file, tampered);

            assertThat(chain().verify().isIntact()).as("byte %d changed", at).isFalse();
        }
    }

    @Test
    void a_removed_line_is_found_wherever_it_was() throws IOException {
        append(4);
        List<String> genuine = Files.readAllLines(file);

        for (int at = 0; at < genuine.size(); at++) {
            List<String> fewer = new ArrayList<>(genuine);
            fewer.remove(at);
            Files.write(file, fewer);

            assertThat(chain().verify().isIntact())
                    .as("line %d removed", at + 1)
                    .isFalse();
        }
    }

    @Test
    void moved_and_doubled_lines_are_found() throws IOException {
        append(3);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.swap(lines, 0, 1);
        Files.write(file, lines);
        assertThat(chain().verify().isIntact()).isFalse();

        Collections.swap(lines, 0, 1);
        lines.add(lines.get(2));
        Files.write(file, lines);
        assertThat(chain().verify().words())
                .isEqualTo(
                        "tampered with or damaged: line 4: entry 3 does not follow entry 3: something between them was"
                                + " removed, moved or changed");
    }

    @Test
    void cutting_off_the_end_is_found_and_writing_on_does_not_heal_it() throws IOException {
        append(2);
        byte[] all = Files.readAllBytes(file);
        for (int length = all.length - 2; length > 0; length -= 7) {
            Files.write(file, Arrays.copyOf(all, length));
            byte[] headBefore = Files.readAllBytes(head);

            assertThat(chain().verify().isIntact())
                    .as("cut off after %d bytes", length)
                    .isFalse();
            chain().append(event(9));
            assertThat(chain().verify().isIntact())
                    .as("cut off after %d bytes, and on", length)
                    .isFalse();
            Files.write(head, headBefore);
        }
    }

    @Test
    void a_deleted_log_is_found() throws IOException {
        append(2);
        Files.delete(file);

        assertThat(chain().verify().words()).contains("entry 2 was the last one once and is gone or another");
    }

    @Test
    void who_rewrites_everything_is_found_by_a_digest_that_was_noted_down() throws IOException {
        append(2);
        String noted = chain().verify().head();
        Files.delete(file);
        Files.delete(head);
        chain().append(event(7));
        chain().append(event(8));

        assertThat(chain().verify().isIntact()).isTrue();
        assertThat(chain().verify().entries()).extracting(AuditEntry::digest).doesNotContain(noted);
    }

    @Test
    void many_writers_lose_nothing_and_keep_the_chain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<AuditEntry>> tasks = IntStream.range(0, 200)
                    .<Callable<AuditEntry>>mapToObj(i -> () -> chain().append(event(i)))
                    .toList();
            for (Future<AuditEntry> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(chain().verify().problems()).isEmpty();
        assertThat(chain().verify().entries()).hasSize(200);
    }

    @Test
    void another_process_writes_to_the_same_chain() throws Exception {
        List<Process> writers = List.of(writer(), writer());
        for (int i = 0; i < 20; i++) {
            chain().append(event(i));
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }

        assertThat(chain().verify().problems()).isEmpty();
        assertThat(chain().verify().entries()).hasSize(60);
    }

    @Test
    void retention_removes_the_oldest_says_so_and_leaves_the_rest_verifiable() throws IOException {
        append(10);

        int removed = chain().removeBefore(START.plus(Duration.ofMinutes(6)), "admin", START.plusSeconds(3600));

        AuditVerification verified = chain().verify();
        assertThat(removed).isEqualTo(5);
        assertThat(verified.problems()).isEmpty();
        assertThat(texts(verified)).startsWith("event 6").hasSize(6);
        assertThat(texts(verified).get(5))
                .isEqualTo("5 entries from before 2026-03-01T10:06:00Z were removed, the last of them entry 5");
        chain().append(event(11));
        assertThat(chain().verify().isIntact()).isTrue();
    }

    @Test
    void retention_never_removes_the_newest_entry_nor_anything_of_a_damaged_log() throws IOException {
        append(3);
        assertThat(chain().removeBefore(START.plus(Duration.ofDays(1)), "", START))
                .isEqualTo(2);

        Files.writeString(file, Files.readString(file).replace("event 3", "event x"));
        assertThatThrownBy(() -> chain().removeBefore(START.plus(Duration.ofDays(1)), "", START))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Nothing is removed", "tampered with or damaged");
    }

    @Test
    void who_removes_the_beginning_without_saying_so_is_found() throws IOException {
        append(3);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(1, 3));

        assertThat(chain().verify().words()).contains("line 1: it begins with entry 2: what came before was removed");
    }

    @Test
    void a_spreadsheet_gets_every_entry_and_no_formula() throws IOException {
        chain().append(new AuditEvent(
                START, AuditKind.REJECTED, "=cmd()", "10.0.0.7", "job/shop/7/", "said \"no\", twice\nreally", ""));

        assertThat(String.join("\n", chain().csv()))
                .startsWith(
                        "sequence,at,kind,actor,from,subject,text,evidenceDigest,previous,digest\n1,2026-03-01T10:00:00Z,"
                                + "REJECTED,'=cmd(),10.0.0.7,job/shop/7/,\"said \"\"no\"\", twice\nreally\",,000000");
    }

    @Test
    void a_log_that_cannot_be_written_says_so() throws IOException {
        Files.createDirectories(file);

        assertThatThrownBy(() -> chain().append(event(1))).isInstanceOf(IOException.class);
    }

    private Process writer() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
    }

    /** The other process. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            for (int i = 0; i < 20; i++) {
                new AuditChain(Path.of(arguments[0])).append(event(i));
            }
        }
    }

    private void append(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            chain().append(event(i));
        }
    }

    private AuditChain chain() {
        return new AuditChain(file);
    }

    private static AuditEvent event(int number) {
        return new AuditEvent(
                START.plus(Duration.ofMinutes(number)),
                AuditKind.APPROVED,
                "älice",
                "10.0.0.7",
                "job/shop/" + number + "/delivery-approval/",
                "event " + number,
                new String(new byte[] {'a', 'b'}, StandardCharsets.US_ASCII));
    }

    private static List<String> texts(AuditVerification verified) {
        return verified.entries().stream().map(entry -> entry.event().text()).toList();
    }
}
