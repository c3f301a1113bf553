package io.jenkins.plugins.delivery.engine.smoke;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sends requests to a Service through the API server of its cluster, with the cluster's credential. Whatever a check or a
 * redirect says, a request never leaves the route to that Service: beside it lies everything that the credential may do.
 */
final class ServiceTransport implements HttpTransport {
    private final ServiceRoute route;
    private final HttpTransport server;

    /** @param server reaches the API server */
    ServiceTransport(ServiceRoute route, HttpTransport server) {
        this.route = route;
        this.server = server;
    }

    @Override
    public CompletableFuture<Response> send(Request request) {
        URI uri = request.uri();
        if (!route.host().equalsIgnoreCase(uri.getHost()) || uri.getPort() >= 0) {
            return CompletableFuture.failedFuture(new ProbeException("a redirect out of the Service: " + uri));
        }
        try {
            verify(uri.getRawPath());
        } catch (ProbeException e) {
            return CompletableFuture.failedFuture(e);
        }
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        String authorization = route.authorization();
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        URI address = URI.create(route.address(uri.getRawPath(), uri.getRawQuery()));
        return server.send(
                        new Request(request.method(), address, headers, request.body(), null, null, request.timeout()))
                .thenApply(this::answered);
    }

    /** Refuses whatever a server on the way could read as a step out of the route, however it is written. */
    static void verify(String rawPath) {
        String path = rawPath;
        for (int decoded = 0; decoded < 4; decoded++) {
            for (String segment : path.split("[/\\\\]", -1)) {
                String name = segment.split(";", 2)[0];
                if (name.equals(".") || name.equals("..")) {
                    throw new ProbeException("the path '" + rawPath + "' could lead out of the Service");
                }
            }
            if (path.indexOf('\\') >= 0 || path.chars().anyMatch(c -> c < ' ')) {
                throw new ProbeException("the path '" + rawPath + "' could lead out of the Service");
            }
            path = decoded(rawPath, path);
        }
    }

    private static String decoded(String rawPath, String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            if (path.equals(rawPath)) {
                throw new ProbeException("the path '" + rawPath + "' is not encoded as addresses are");
            }
            return path;
        }
    }

    /** The API server writes its own route into redirects of the Service. */
    private Response answered(Response response) {
        Answer answer = response.answer();
        String location = answer.header("location");
        if (location == null || !location.startsWith(route.path() + "/")) {
            return response;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers());
        headers.put("location", List.of(location.substring(route.path().length())));
        return new Response(
                new Answer(answer.status(), headers, answer.body()),
                response.http2(),
                response.tlsProtocol(),
                response.certificate());
    }

    @Override
    public void close() {
        server.close();
    }
}
