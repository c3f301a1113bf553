package io.jenkins.plugins.delivery.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutTest {
    @TempDir
    Path folder;

    private Path root;
    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        root = Files.createDirectories(folder.resolve("shop@2"));
        Files.createDirectories(root.resolve("src/app"));
        Files.writeString(root.resolve("src/app/main.py"), "import os\n\n\nos.system(x)\n}\n}\nend of it\n");
        Files.writeString(root.resolve("README.md"), "text\n");
        checkout = new Checkout(root);
    }

    @ParameterizedTest
    @CsvSource({
        "src/app/main.py, src/app/main.py",
        "./src//app/../app/main.py, src/app/main.py",
        "src\\app\\main.py, src/app/main.py",
        "../src/app/main.py, src/app/main.py",
        "../../src/app/main.py, src/app/main.py",
        "/src/src/app/main.py, src/app/main.py",
        "/builds/group/shop/src/app/main.py, src/app/main.py",
        "C:\\agent\\workspace\\shop\\src\\app\\main.py, src/app/main.py",
        "file:///C:/agent/workspace/shop/src/app/main.py, src/app/main.py",
        "file:///home/jenkins/workspace/shop/src/app/main.py, src/app/main.py",
        "/work/README.md, README.md",
        "/usr/lib/node/README.md, /usr/lib/node/README.md",
        "/home/jenkins/workspace/shop/target/gone.py, target/gone.py",
        "/home/jenkins/workspace/shop@3/target/gone.py, target/gone.py",
        "/etc/passwd, /etc/passwd",
        "../../etc/passwd, ../../etc/passwd",
        "https://example.com/a/../b, https://example.com/a/../b",
        "pkg:npm/qs@6, pkg:npm/qs@6",
    })
    void namesAFileAsItIsInEveryCheckout(String written, String path) {
        assertThat(checkout.path(written)).isEqualTo(path);
    }

    @Test
    void namesAFileByItsPlaceHereToo() throws IOException {
        assertThat(checkout.path(root.toRealPath() + "/src/app/main.py")).isEqualTo("src/app/main.py");
        assertThat(checkout.path(root.toRealPath().toUri() + "src/app/main.py")).isEqualTo("src/app/main.py");
    }

    @Test
    void takesAsMuchTextAsTellsALineFromOthers() {
        assertThat(checkout.text("src/app/main.py", 1)).isEqualTo("importos");
        assertThat(checkout.text("src/app/main.py", 4)).isEqualTo("os.system(x)");
        assertThat(checkout.text("src/app/main.py", 5)).isEqualTo("}}endofit");
        assertThat(checkout.text("src/app/main.py", 0)).isNull();
        assertThat(checkout.text("src/app/main.py", 8)).isNull();
        assertThat(checkout.text("src/app/gone.py", 1)).isNull();
        assertThat(checkout.text("nul\0", 1)).isNull();
    }

    @Test
    void readsNothingOutsideOfTheCheckout() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret"), "secret\n");
        Files.createSymbolicLink(root.resolve("link"), outside);
        assertThat(checkout.text("link", 1)).isNull();
        assertThat(checkout.text("../secret", 1)).isNull();
        assertThat(checkout.text(outside.toString(), 1)).isNull();
    }
}
