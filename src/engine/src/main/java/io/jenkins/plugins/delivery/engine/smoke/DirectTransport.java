package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Handshake;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Sends requests to where they are addressed, or through the proxy. */
final class DirectTransport implements HttpTransport {
    private static final long LONGEST_BODY = 1 << 20;

    private final HttpClients clients;
    private final PinnedNames names;

    DirectTransport(HttpClients clients, PinnedNames names) {
        this.clients = clients;
        this.names = names;
    }

    @Override
    public CompletableFuture<Response> send(Request request) {
        CompletableFuture<Response> response = new CompletableFuture<>();
        try {
            names.check(request.uri().getHost(), HttpCheck.port(request.uri()), true);
        } catch (IOException | ProbeException e) {
            return CompletableFuture.failedFuture(e);
        }
        boolean https = "https".equals(request.uri().getScheme());
        Call call =
                clients.client(https, request.http2(), request.certificate()).newCall(converted(request));
        call.timeout().timeout(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException problem) {
                response.completeExceptionally(problem);
            }

            @Override
            public void onResponse(Call answered, okhttp3.Response given) {
                try (given) {
                    response.complete(converted(given));
                } catch (IOException | RuntimeException e) {
                    response.completeExceptionally(e);
                }
            }
        });
        return response;
    }

    private static okhttp3.Request converted(Request request) {
        okhttp3.Request.Builder builder =
                new okhttp3.Request.Builder().url(request.uri().toString());
        request.headers().forEach(builder::header);
        return builder.method(request.method(), body(request)).build();
    }

    @CheckForNull
    private static RequestBody body(Request request) {
        byte[] body = request.body();
        if (body == null && List.of("POST", "PUT", "PATCH").contains(request.method())) {
            body = new byte[0];
        }
        String type = request.headers().get("Content-Type");
        return body == null ? null : RequestBody.create(body, type == null ? null : MediaType.parse(type));
    }

    private static Response converted(okhttp3.Response given) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        given.headers().toMultimap().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        Answer answer = new Answer(given.code(), headers, text(given.body()));
        boolean http2 = given.protocol() == Protocol.HTTP_2 || given.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
        Handshake handshake = given.handshake();
        return handshake == null
                ? new Response(answer, http2, null, null)
                : new Response(answer, http2, handshake.tlsVersion().javaName(), (X509Certificate)
                        handshake.peerCertificates().get(0));
    }

    /** Keeps the first mebibyte of a body, unpacked: a server that streams forever must not fill our memory. */
    private static String text(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        source.request(LONGEST_BODY);
        long length = Math.min(LONGEST_BODY, source.getBuffer().size());
        MediaType type = body.contentType();
        Charset charset = type == null ? StandardCharsets.UTF_8 : type.charset(StandardCharsets.UTF_8);
        return source.getBuffer().readString(length, charset == null ? StandardCharsets.UTF_8 : charset);
    }

    @Override
    public void close() {
        clients.close();
    }
}
