package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** One person who talks to Jenkins over HTTP, with a session of their own. Not thread-safe. */
public final class JenkinsClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What Jenkins answered. */
    public record Answer(int status, String body, Map<String, String> headers) {
        public Answer {
            headers = Map.copyOf(headers);
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AcceptanceException("No JSON: " + body.substring(0, Math.min(200, body.length())), e);
            }
        }
    }

    private final URI url;
    private final String authorization;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private String crumbField;
    private String crumb;

    /** @param secret a password or an API token; an empty user is nobody in particular */
    public JenkinsClient(URI url, String user, String secret) {
        this.url = url;
        this.authorization = user.isEmpty()
                ? ""
                : "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public JsonNode json(String path) {
        Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AcceptanceException(
                    "GET " + path + " was answered with " + answer.status() + ": " + answer.body());
        }
        return answer.json();
    }

    /** A form as a browser sends it, with the crumb. */
    public Answer post(String path, Map<String, String> form) {
        return post(path, "application/x-www-form-urlencoded", encoded(form));
    }

    public Answer post(String path, String type, String body) {
        fetchCrumb();
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        if (crumbField != null) {
            request.header(crumbField, crumb);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    /** What another site could make a browser send: no crumb. */
    public Answer postWithoutCrumb(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** What a page loads once a person opens a part of it: {@code render} of a bound object, with the crumb that the page has for it. */
    public String rendered(String path, String boundCrumb) {
        fetchCrumb();
        HttpRequest.Builder request = request(path + "/render")
                .header("Content-Type", "application/x-stapler-method-invocation;charset=UTF-8")
                .header("Crumb", boundCrumb);
        if (crumbField != null) {
            request.header(crumbField, crumb);
        }
        Answer answer = send(request.POST(BodyPublishers.ofString("[]")));
        if (answer.status() != 200) {
            throw new AcceptanceException(path + " was answered with " + answer.status());
        }
        return answer.body();
    }

    /** Any other verb, with the crumb and no body. */
    public Answer send(String verb, String path) {
        fetchCrumb();
        HttpRequest.Builder request = request(path);
        if (crumbField != null) {
            request.header(crumbField, crumb);
        }
        return send(request.method(verb, BodyPublishers.noBody()));
    }

    /** What a script of an administrator prints. */
    public String script(String groovy) {
        Answer answer = post("scriptText", Map.of("script", groovy));
        if (answer.status() != 200) {
            throw new AcceptanceException("The script was answered with " + answer.status() + ": " + answer.body());
        }
        return answer.body().strip();
    }

    private void fetchCrumb() {
        if (crumb == null) {
            Answer answer = get("crumbIssuer/api/json");
            if (answer.status() == 200) {
                crumbField = answer.json().path("crumbRequestField").asText();
                crumb = answer.json().path("crumb").asText();
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        url.resolve(path.startsWith("/") ? path.substring(1) : path))
                .timeout(PATIENCE);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = answer.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                            header -> String.join(", ", header.getValue())));
            return new Answer(answer.statusCode(), answer.body(), headers);
        } catch (IOException e) {
            throw new AcceptanceException("Jenkins does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AcceptanceException("Interrupted while Jenkins is asked", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
