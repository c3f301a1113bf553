package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Sends one request and follows its redirects, holding each hop to the policy on hosts. */
final class HttpProbe {
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final HostPolicy policy;
    private final HttpCheck check;

    @CheckForNull
    private final String authorization;

    HttpProbe(HttpClient client, HostPolicy policy, HttpCheck check, @CheckForNull String authorization) {
        this.client = client;
        this.policy = policy;
        this.check = check;
        this.authorization = authorization;
    }

    CompletableFuture<Answer> send() {
        return hop(check.uri(), check.method(), true, 0);
    }

    private CompletableFuture<Answer> hop(URI uri, String method, boolean sameHost, int redirects) {
        try {
            policy.checkAddress(uri.getHost(), HttpCheck.port(uri));
        } catch (IOException | ProbeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return client.sendAsync(request(uri, method, sameHost), BodyText::of)
                .thenCompose(response -> next(response, method, sameHost, redirects));
    }

    private CompletableFuture<Answer> next(
            HttpResponse<String> response, String method, boolean sameHost, int redirects) {
        String location = response.headers().firstValue("location").orElse(null);
        if (!check.followRedirects() || location == null || !REDIRECTS.contains(response.statusCode())) {
            return CompletableFuture.completedFuture(answer(response));
        }
        URI target;
        try {
            target = response.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new ProbeException("a redirect to '" + location + "', no address"));
        }
        if (redirects == MOST_REDIRECTS || !isHttp(target)) {
            return CompletableFuture.failedFuture(new ProbeException("a redirect too many or elsewhere: " + target));
        }
        boolean same = sameHost && target.getHost().equalsIgnoreCase(check.uri().getHost());
        boolean keep = response.statusCode() >= 307 || method.equals("HEAD");
        return hop(target, keep ? method : "GET", same, redirects + 1);
    }

    private static boolean isHttp(URI uri) {
        return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }

    /** Headers that a Jenkinsfile gives may hold what another host must not see: they stay with the first host. */
    private HttpRequest request(URI uri, String method, boolean sameHost) {
        boolean withBody = check.body() != null && !method.equals("GET") && !method.equals("HEAD");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(check.requestTimeout())
                .method(method, withBody ? BodyPublishers.ofString(check.body()) : BodyPublishers.noBody());
        if (sameHost) {
            check.headers().forEach(request::setHeader);
            if (authorization != null) {
                request.setHeader("Authorization", authorization);
            }
        }
        return request.build();
    }

    private static Answer answer(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new Answer(response.statusCode(), headers, response.body());
    }
}
