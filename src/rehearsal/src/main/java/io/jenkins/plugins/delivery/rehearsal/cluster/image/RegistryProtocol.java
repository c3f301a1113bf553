package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests of the OCI distribution protocol: pull and push of blobs and manifests, and the list of tags. */
final class RegistryProtocol implements Handler<HttpServerRequest> {
    private static final Pattern PATH = Pattern.compile("/v2/([a-z0-9][a-z0-9._/-]*)/(blobs|manifests|tags)/(.+)");
    private static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final Vertx vertx;
    private final BlobStore store;
    private final Consumer<ImageReference> pushed;

    RegistryProtocol(Vertx vertx, BlobStore store, Consumer<ImageReference> pushed) {
        this.vertx = vertx;
        this.store = store;
        this.pushed = pushed;
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.response().putHeader("Docker-Distribution-Api-Version", "registry/2.0");
        Matcher path = PATH.matcher(request.path());
        if (request.path().equals("/v2/") || request.path().equals("/v2")) {
            request.response().putHeader("Content-Type", "application/json").end("{}");
        } else if (!path.matches()) {
            refuse(request, 404, "NAME_UNKNOWN", "no such repository");
        } else {
            dispatch(request, path.group(1), path.group(2), path.group(3));
        }
    }

    private void dispatch(HttpServerRequest request, String repository, String kind, String rest) {
        try {
            switch (kind) {
                case "tags" -> tags(request, repository);
                case "manifests" -> manifest(request, repository, rest);
                default -> blob(request, repository, rest);
            }
        } catch (IOException | RuntimeException e) {
            refuse(request, 500, "UNKNOWN", e.toString());
        }
    }

    private void tags(HttpServerRequest request, String repository) throws IOException {
        var answer = BlobStore.JSON.createObjectNode().put("name", repository);
        store.tags(repository).forEach(answer.putArray("tags")::add);
        request.response().putHeader("Content-Type", "application/json").end(answer.toString());
    }

    private void manifest(HttpServerRequest request, String repository, String reference) {
        if (request.method().equals(HttpMethod.PUT)) {
            request.body().onSuccess(body -> putManifest(request, repository, reference, body.getBytes()));
            return;
        }
        Optional<String> digest = store.manifest(repository, reference);
        if (digest.isEmpty()) {
            refuse(request, 404, "MANIFEST_UNKNOWN", repository + ":" + reference);
            return;
        }
        String type = store.json(digest.get()).path("mediaType").asText(OCI_MANIFEST);
        send(request, store.blob(digest.get()).orElseThrow(), digest.get(), type);
    }

    private void putManifest(HttpServerRequest request, String repository, String reference, byte[] body) {
        try {
            JsonNode manifest = BlobStore.JSON.readTree(body);
            for (String digest : references(manifest)) {
                if (!digest.matches(Digests.PATTERN) || store.blob(digest).isEmpty()) {
                    refuse(request, 400, "MANIFEST_BLOB_UNKNOWN", digest);
                    return;
                }
            }
            String digest = store.add(body);
            if (reference.matches(Digests.PATTERN) && !reference.equals(digest)) {
                refuse(request, 400, "DIGEST_INVALID", reference);
                return;
            }
            if (!reference.equals(digest)) {
                store.tag(repository, reference, digest);
            }
            pushed.accept(new ImageReference("", repository, digest));
            created(request.response(), "/v2/" + repository + "/manifests/" + digest, digest);
        } catch (IOException | RuntimeException e) {
            refuse(request, 400, "MANIFEST_INVALID", e.getMessage());
        }
    }

    private static List<String> references(JsonNode manifest) {
        return manifest.findValues("digest").stream().map(JsonNode::asText).toList();
    }

    private void blob(HttpServerRequest request, String repository, String rest) throws IOException {
        if (rest.startsWith("uploads")) {
            upload(request, repository, rest.substring("uploads".length()).replace("/", ""));
            return;
        }
        Optional<Path> blob = rest.matches(Digests.PATTERN) ? store.blob(rest) : Optional.empty();
        if (blob.isPresent()) {
            send(request, blob.get(), rest, "application/octet-stream");
        } else {
            refuse(request, 404, "BLOB_UNKNOWN", rest);
        }
    }

    private static void send(HttpServerRequest request, Path file, String digest, String type) {
        HttpServerResponse response =
                request.response().putHeader("Docker-Content-Digest", digest).putHeader("Content-Type", type);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Long.toString(file.toFile().length()))
                    .end();
        } else {
            response.sendFile(file.toString());
        }
    }

    private void upload(HttpServerRequest request, String repository, String id) throws IOException {
        String base = "/v2/" + repository + "/blobs/";
        if (request.method().equals(HttpMethod.POST)) {
            start(request, base);
            return;
        }
        Path file = store.upload(id);
        if (!Files.exists(file)) {
            refuse(request, 404, "BLOB_UPLOAD_UNKNOWN", id);
            return;
        }
        boolean last = request.method().equals(HttpMethod.PUT);
        append(request, file)
                .onSuccess(any -> {
                    if (last) {
                        finish(request, base, file);
                    } else {
                        accepted(
                                request.response(),
                                base + "uploads/" + id,
                                file.toFile().length());
                    }
                })
                .onFailure(failure -> refuse(request, 500, "BLOB_UPLOAD_INVALID", failure.toString()));
    }

    private void start(HttpServerRequest request, String base) throws IOException {
        String mount = request.getParam("mount", "");
        if (mount.matches(Digests.PATTERN) && store.blob(mount).isPresent()) {
            created(request.response(), base + mount, mount);
            return;
        }
        Path file = store.newUpload();
        Files.createFile(file);
        if (request.getParam("digest") != null) {
            append(request, file).onSuccess(any -> finish(request, base, file));
        } else {
            accepted(request.response(), base + "uploads/" + file.getFileName(), 0);
        }
    }

    private Future<Void> append(HttpServerRequest request, Path file) {
        request.pause();
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setAppend(true))
                .compose(target -> request.pipeTo(target));
    }

    private void finish(HttpServerRequest request, String base, Path file) {
        String expected = request.getParam("digest", "");
        try {
            String digest = Digests.of(file);
            if (!digest.equals(expected)) {
                Files.delete(file);
                refuse(request, 400, "DIGEST_INVALID", expected + " is announced, " + digest + " was sent");
                return;
            }
            store.adopt(file);
            created(request.response(), base + digest, digest);
        } catch (IOException e) {
            refuse(request, 500, "BLOB_UPLOAD_INVALID", e.toString());
        }
    }

    private static void accepted(HttpServerResponse response, String location, long size) {
        response.setStatusCode(202)
                .putHeader("Location", location)
                .putHeader("Range", "0-" + Math.max(0, size - 1))
                .end();
    }

    private static void created(HttpServerResponse response, String location, String digest) {
        response.setStatusCode(201)
                .putHeader("Location", location)
                .putHeader("Docker-Content-Digest", digest)
                .end(Buffer.buffer());
    }

    private static void refuse(HttpServerRequest request, int status, String code, String message) {
        var answer = BlobStore.JSON.createObjectNode();
        answer.putArray("errors").addObject().put("code", code).put("message", message);
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(answer.toString());
    }
}
