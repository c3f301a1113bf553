package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A registry over plain HTTP on the loopback interface that a build can push to, and the images it holds.
 *
 * <p>Source of the protocol: OCI Distribution Specification 1.1. A pod's image is looked up by repository alone, as by
 * a mirror that stands in for every registry.
 */
public final class ImageRegistry implements AutoCloseable {
    private final BlobStore store;
    private final Images images;
    private final HttpServer server;
    private volatile Predicate<Image> misbehaving = image -> false;
    private volatile Map<String, String> fault = Map.of();
    private final List<Consumer<ImageReference>> listeners = new CopyOnWriteArrayList<>();

    /** Starts on a free port; images live in {@code directory}, and stay there. */
    public ImageRegistry(Vertx vertx, Path directory) throws IOException {
        this.store = new BlobStore(directory);
        this.images = new Images(store);
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        RegistryProtocol protocol = new RegistryProtocol(vertx, store, this::announce);
        try {
            this.server = vertx.createHttpServer(options)
                    .requestHandler(protocol)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The embedded registry cannot listen on 127.0.0.1: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the embedded registry starts", e);
        }
    }

    /** As image names begin: {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + server.actualPort();
    }

    /** Hears of each image that is pushed or loaded. */
    public void listen(Consumer<ImageReference> listener) {
        listeners.add(listener);
    }

    /** The image that a pod means; empty when nobody pushed it. */
    public Optional<Image> find(ImageReference reference) {
        return images.image(reference.repository(), reference.reference())
                .map(image -> misbehaving.test(image) ? image.with(fault) : image);
    }

    /** Lets the processes of some images find further variables, as if they had been built so; their digests stay. */
    public void misbehave(Predicate<Image> which, Map<String, String> variables) {
        fault = Map.copyOf(variables);
        misbehaving = which;
    }

    /** Takes an image from a tar; returns its name with digest. */
    public ImageReference load(Path tar, String repository, String tag) throws IOException {
        String digest = new ImageTar(store).read(tar);
        store.tag(repository, tag, digest);
        ImageReference loaded = new ImageReference(address(), repository, digest);
        announce(loaded);
        return loaded;
    }

    /** The same image with other variables in its configuration, hence with another digest. */
    public ImageReference derive(ImageReference from, Map<String, String> variables) throws IOException {
        return new ImageReference(
                address(), from.repository(), images.withEnvironment(from.repository(), from.reference(), variables));
    }

    private void announce(ImageReference reference) {
        ImageReference here = new ImageReference(address(), reference.repository(), reference.reference());
        listeners.forEach(listener -> listener.accept(here));
    }

    @Override
    public void close() {
        server.close();
    }
}
