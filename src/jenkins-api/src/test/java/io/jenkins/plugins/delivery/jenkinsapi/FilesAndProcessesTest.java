package io.jenkins.plugins.delivery.jenkinsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import hudson.util.ArgumentListBuilder;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jenkins.MasterToSlaveFileCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesAndProcessesTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final TaskListener listener = new StreamTaskListener(log, StandardCharsets.UTF_8);
    private final Launcher launcher = new Launcher.LocalLauncher(listener);

    @TempDir
    Path directory;

    private FilePath workspace;

    @BeforeEach
    void files() throws Exception {
        workspace = new FilePath(directory.toFile());
        workspace.child("src/main/App.java").write("class App {}", "UTF-8");
        workspace.child("src/test/AppTest.java").write("class AppTest {}", "UTF-8");
        workspace.child("build.log").write("ok", null);
        workspace.child(".git/config").write("x", "UTF-8");
    }

    @Test
    void antPatternsFindFiles() throws Exception {
        assertThat(names(workspace.list("**/*.java"))).containsExactly("src/main/App.java", "src/test/AppTest.java");
        assertThat(names(workspace.list("**/*.java, *.log", "**/test/**")))
                .containsExactly("build.log", "src/main/App.java");
        assertThat(names(workspace.list("**"))).doesNotContain(".git/config");
        assertThat(names(workspace.list("**", null, false))).contains(".git/config");
        assertThat(workspace.child("nowhere").list("**")).isEmpty();
    }

    private List<String> names(FilePath[] files) {
        return java.util.Arrays.stream(files)
                .map(each -> directory.relativize(Path.of(each.getRemote())).toString())
                .toList();
    }

    @Test
    void pathsAreResolvedAndNormalized() {
        assertThat(workspace.child("a/../b").getRemote())
                .isEqualTo(directory.resolve("b").toString());
        assertThat(workspace.child("/etc").getRemote()).isEqualTo("/etc");
        assertThat(workspace.child("a.tar.gz").getBaseName()).isEqualTo("a.tar");
        assertThat(workspace.child("x").sibling("y")).isEqualTo(workspace.child("y"));
    }

    @Test
    void callablesRunWhereTheFileIs() throws Exception {
        assertThat(workspace.child("build.log").act(new Length())).isEqualTo(2L);
    }

    private static final class Length extends MasterToSlaveFileCallable<Long> {
        private static final long serialVersionUID = 1;

        @Override
        public Long invoke(File file, VirtualChannel channel) {
            return file.length();
        }
    }

    @Test
    void treesAreCopied() throws Exception {
        FilePath target = workspace.child("copy");
        assertThat(workspace.copyRecursiveTo("src/**", target)).isEqualTo(2);
        assertThat(target.child("src/main/App.java").readToString()).isEqualTo("class App {}");
    }

    @Test
    void tarFilesKeepContentAndExecutableBit() throws Exception {
        workspace.child("run.sh").write("#!/bin/sh", "UTF-8");
        workspace.child("run.sh").chmod(0755);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = FilePath.TarCompression.GZIP.compress(packed)) {
            assertThat(workspace.tar(gzip, "src/**, run.sh")).isEqualTo(3);
        }
        FilePath target = workspace.child("unpacked");
        target.untarFrom(new ByteArrayInputStream(packed.toByteArray()), FilePath.TarCompression.GZIP);
        assertThat(target.child("src/main/App.java").readToString()).isEqualTo("class App {}");
        assertThat(target.child("run.sh").mode() & 0111).isNotZero();
        assertThat(target.child("src/main/App.java").mode() & 0111).isZero();
    }

    @Test
    void nothingIsUnpackedOutsideTheTarget() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("../escaped"));
            zip.write('x');
        }
        workspace.child("evil.zip").copyFrom(new ByteArrayInputStream(packed.toByteArray()));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> workspace.child("evil.zip").unzip(workspace.child("target")))
                .withMessageContaining("would leave");
        assertThat(workspace.child("escaped").exists()).isFalse();
    }

    @Test
    void processesRunInTheirDirectoryWithTheirVariables() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = launcher.launch()
                .cmds("sh", "-c", "echo $GREETING; cat; ls; exit 3")
                .envs(Map.of("GREETING", "hello ${USER_NAME}", "USER_NAME", "you"))
                .stdin(new ByteArrayInputStream("input\n".getBytes(StandardCharsets.UTF_8)))
                .stdout(out)
                .pwd(workspace.child("src"))
                .join();
        assertThat(code).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello you\ninput\nmain\ntest\n");
        assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("[src] $ sh -c \"echo $GREETING;");
    }

    @Test
    void errorsGoToTheirOwnStreamWhenThereIsOne() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        launcher.launch()
                .cmds("sh", "-c", "echo out; echo err >&2")
                .stdout(out)
                .stderr(err)
                .quiet(true)
                .join();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("out\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("err\n");
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
        launcher.launch()
                .cmds("sh", "-c", "echo err >&2")
                .stdout(out)
                .quiet(true)
                .join();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("out\nerr\n");
    }

    @Test
    void secretWordsAreNotShown() throws Exception {
        ArgumentListBuilder arguments = new ArgumentListBuilder("echo").add("plain word");
        arguments.addMasked("hunter2");
        launcher.launch().cmds(arguments).join();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("$ echo \"plain word\" ********")
                .doesNotContain("hunter2");
    }

    @Test
    void aProcessIsKilledWithItsChildren() throws Exception {
        Proc proc = launcher.launch()
                .cmds("sh", "-c", "sleep 600 & echo $!; wait")
                .quiet(true)
                .readStdout()
                .start();
        byte[] line = new byte[32];
        int length = proc.getStdout().read(line);
        long child = Long.parseLong(new String(line, 0, length, StandardCharsets.US_ASCII).trim());
        assertThat(proc.isAlive()).isTrue();
        proc.kill();
        assertThat(proc.isAlive()).isFalse();
        ProcessHandle.of(child).ifPresent(each -> each.onExit().join());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aProcessThatTakesTooLongIsKilled() throws Exception {
        Proc proc = launcher.launch().cmds("sleep", "600").quiet(true).start();
        assertThat(proc.joinWithTimeout(50, TimeUnit.MILLISECONDS, listener)).isNotZero();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("Timeout after 50 MILLISECONDS");
    }

    @Test
    void decoratedLaunchersAddWordsAndVariables() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        launcher.decorateByPrefix("sh", "-c")
                .decorateByEnv(new EnvVars("A", "1"))
                .launch()
                .cmds("echo $A")
                .stdout(out)
                .quiet(true)
                .join();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n");
    }
}
