package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageRegistryTest {
    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private ImageRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new ImageRegistry(vertx, directory.resolve("registry"));
    }

    @AfterEach
    void stop() {
        registry.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_a_build_pushes_is_found_by_tag_and_by_digest() throws Exception {
        List<ImageReference> announced = new ArrayList<>();
        registry.listen(announced::add);
        String layer = pushBlob(ImageTars.gzip(ImageTars.tar(Map.of("app/hello.txt", "hello".getBytes(UTF_8)))));
        String config = pushBlob("{\"config\":{\"Entrypoint\":[\"java\"],\"Env\":[\"A=b\"]}}".getBytes(UTF_8));
        byte[] manifest = ("{\"schemaVersion\":2,\"config\":{\"digest\":\"" + config + "\"},\"layers\":[{\"digest\":\""
                        + layer + "\"}]}")
                .getBytes(UTF_8);

        assertThat(send("PUT", "/v2/team/shop/manifests/1.0", manifest).statusCode())
                .isEqualTo(201);

        assertThat(announced).singleElement().satisfies(image -> assertThat(image.isDigest())
                .isTrue());
        Image byTag = registry.find(ImageReference.parse("registry.example.com/team/shop:1.0"))
                .orElseThrow();
        assertThat(registry.find(announced.get(0))).contains(byTag);
        assertThat(byTag.environment()).containsEntry("A", "b");
        assertThat(send("GET", "/v2/team/shop/tags/list", null).body()).contains("\"1.0\"");
        assertThat(send("GET", "/v2/team/shop/blobs/" + layer, null).statusCode())
                .isEqualTo(200);
        Path file = RootFilesystem.of(byTag, directory.resolve("cache")).resolve("/app/hello.txt");
        assertThat(file).hasContent("hello");
    }

    @Test
    void refuses_a_blob_whose_bytes_are_not_what_was_announced() throws Exception {
        String location = send("POST", "/v2/shop/blobs/uploads/", new byte[0])
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String wrong = "sha256:" + "0".repeat(64);

        HttpResponse<String> answer = send("PUT", location + "?digest=" + wrong, "x".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("DIGEST_INVALID");
        assertThat(send("GET", "/v2/shop/blobs/" + wrong, null).statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_a_manifest_of_blobs_that_are_not_there() throws Exception {
        String missing = "sha256:" + "1".repeat(64);
        byte[] manifest = ("{\"config\":{\"digest\":\"" + missing + "\"}}").getBytes(UTF_8);

        assertThat(send("PUT", "/v2/shop/manifests/1", manifest).body()).contains("MANIFEST_BLOB_UNKNOWN");
        assertThat(registry.find(ImageReference.parse("shop:1"))).isEmpty();
    }

    @Test
    void loads_a_tar_and_derives_the_same_image_with_other_variables() throws IOException {
        Path tar = ImageTars.write(
                directory.resolve("image.tar"),
                Map.of("app/libs/a.jar", new byte[] {1}),
                List.of("java", "-cp", "/app/classes:/app/libs/*", "Main"),
                List.of("VERSION=2", "OTHER=x"));

        ImageReference loaded = registry.load(tar, "shop", "2");
        ImageReference derived = registry.derive(loaded, Map.of("VERSION", "1"));

        assertThat(derived).isNotEqualTo(loaded);
        assertThat(registry.find(derived).orElseThrow().environment()).isEqualTo(Map.of("VERSION", "1", "OTHER", "x"));
        assertThat(registry.find(ImageReference.parse("shop:2")).orElseThrow().environment())
                .containsEntry("VERSION", "2");
    }

    @Test
    void rewrites_the_paths_of_a_command_to_where_the_files_are() throws IOException {
        Path tar = ImageTars.write(
                directory.resolve("image.tar"),
                Map.of("app/libs/a.jar", new byte[] {1}, "app/classpath", "/app/libs/a.jar".getBytes(UTF_8)),
                List.of("java"),
                List.of());
        Image image = registry.find(registry.load(tar, "shop", "1")).orElseThrow();
        RootFilesystem root = RootFilesystem.of(image, directory.resolve("cache"));

        List<String> command = root.command(List.of("java", "-cp", "@/app/classpath", "/app/libs/*:/nowhere", "Main"));

        Path jar = root.resolve("app/libs/a.jar");
        assertThat(command.get(0)).endsWith("java").isNotEqualTo("java");
        assertThat(command.subList(1, 5))
                .containsExactly("-cp", jar.toString(), jar.getParent() + "/*:/nowhere", "Main");
    }

    @Test
    void refuses_a_tar_that_is_no_image_and_one_that_reaches_out_of_its_root() throws IOException {
        Path other = Files.write(directory.resolve("other.tar"), ImageTars.tar(Map.of("a", new byte[0])));
        assertThatThrownBy(() -> registry.load(other, "shop", "1")).hasMessageContaining("is not an image");

        Path escaping = ImageTars.write(
                directory.resolve("escaping.tar"), Map.of("../../outside", new byte[0]), List.of("java"), List.of());
        Image image = registry.find(registry.load(escaping, "shop", "1")).orElseThrow();
        assertThatThrownBy(() -> RootFilesystem.of(image, directory.resolve("cache")))
                .hasMessageContaining("outside of its root");
    }

    private String pushBlob(byte[] content) throws Exception {
        String digest = Digests.of(content);
        String location = send("POST", "/v2/team/shop/blobs/uploads/", new byte[0])
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(send("PATCH", location, content).statusCode()).isEqualTo(202);
        assertThat(send("PUT", location + "?digest=" + digest, new byte[0]).statusCode())
                .isEqualTo(201);
        return digest;
    }

    private HttpResponse<String> send(String method, String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + registry.address() + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
