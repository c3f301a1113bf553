package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Blobs by digest and tags by repository, as files: what one rehearsal pushed, the next one finds. */
final class BlobStore {
    static final JsonMapper JSON = new JsonMapper();
    private final Path blobs;
    private final Path tags;
    private final Path uploads;

    BlobStore(Path directory) throws IOException {
        this.blobs = Files.createDirectories(directory.resolve("blobs"));
        this.tags = Files.createDirectories(directory.resolve("tags"));
        this.uploads = Files.createDirectories(directory.resolve("uploads"));
    }

    Optional<Path> blob(String digest) {
        return Optional.of(path(digest)).filter(Files::isRegularFile);
    }

    private Path path(String digest) {
        if (!digest.matches(Digests.PATTERN)) {
            throw new IllegalArgumentException("Not a digest: " + digest);
        }
        return blobs.resolve(digest.substring("sha256:".length()));
    }

    Path newUpload() {
        return uploads.resolve(UUID.randomUUID().toString());
    }

    Path upload(String id) {
        return uploads.resolve(UUID.fromString(id).toString());
    }

    /** Takes a file over as a blob. */
    String adopt(Path file) throws IOException {
        String digest = Digests.of(file);
        Files.move(file, path(digest), StandardCopyOption.REPLACE_EXISTING);
        return digest;
    }

    String add(byte[] content) throws IOException {
        String digest = Digests.of(content);
        Path temporary = newUpload();
        Files.write(temporary, content);
        Files.move(temporary, path(digest), StandardCopyOption.REPLACE_EXISTING);
        return digest;
    }

    JsonNode json(String digest) {
        try {
            return JSON.readTree(Files.readAllBytes(path(digest)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + digest, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + digest, e);
        }
    }

    void tag(String repository, String tag, String digest) throws IOException {
        Path file = tagFile(repository, tag);
        Files.createDirectories(file.getParent());
        Files.writeString(file, digest);
    }

    /** The manifest that a tag or a digest means. */
    Optional<String> manifest(String repository, String reference) {
        if (reference.matches(Digests.PATTERN)) {
            return blob(reference).map(any -> reference);
        }
        Path file = tagFile(repository, reference);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    List<String> tags(String repository) throws IOException {
        Path directory = tagFile(repository, "x").getParent();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Path tagFile(String repository, String tag) {
        Path file = tags.resolve(repository).resolve(tag).normalize();
        if (!file.startsWith(tags) || file.equals(tags)) {
            throw new IllegalArgumentException("Not a repository and tag: " + repository + ":" + tag);
        }
        return file;
    }
}
