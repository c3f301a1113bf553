package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes requests on to a Service: {@code /api/v1/namespaces/<namespace>/services/[<scheme>:]<name>[:<port>]/proxy/…}. */
final class ServiceProxy {
    private static final Pattern PATH = Pattern.compile(
            "/api/v1/namespaces/([^/]+)/services/(?:https?:)?([^/:]+)(?::([^/:]*))?/proxy(/.*)?", Pattern.DOTALL);
    /** What concerns a single connection, or the API itself. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("authorization", "connection", "content-length", "host", "transfer-encoding", "upgrade");

    private final HttpClient client;
    private final ServiceAddresses addresses;

    ServiceProxy(Vertx vertx, ServiceAddresses addresses) {
        this.client = vertx.createHttpClient();
        this.addresses = addresses;
    }

    /** Passes the request on, if it is one for a Service. */
    boolean handle(HttpServerRequest request, Buffer body) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return false;
        }
        Optional<String> address = addresses.of(path.group(1), path.group(2), path.group(3));
        if (address.isEmpty()) {
            throw new ApiException(
                    503, "ServiceUnavailable", "no endpoints available for service \"" + path.group(2) + "\"");
        }
        String route =
                request.path().substring(0, path.start(4) < 0 ? request.path().length() : path.start(4));
        String rest = request.uri().substring(route.length());
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method().name()))
                .setAbsoluteURI(address.get() + (rest.startsWith("/") ? rest : "/" + rest));
        client.request(options)
                .compose(outgoing -> {
                    request.headers().forEach(header -> {
                        if (!NOT_PASSED_ON.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                            outgoing.putHeader(header.getKey(), header.getValue());
                        }
                    });
                    return outgoing.send(body);
                })
                .compose(answer -> answer.body().onSuccess(content -> answer(request, route, answer, content)))
                .onFailure(problem ->
                        request.response().setStatusCode(502).end("error trying to reach service: " + problem));
        return true;
    }

    private static void answer(HttpServerRequest request, String route, HttpClientResponse answer, Buffer content) {
        answer.headers().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = header.getValue();
            boolean ownPath = name.equals("location") && value.startsWith("/");
            if (!NOT_PASSED_ON.contains(name)) {
                request.response().putHeader(header.getKey(), ownPath ? route + value : value);
            }
        });
        request.response().setStatusCode(answer.statusCode()).end(content);
    }
}
