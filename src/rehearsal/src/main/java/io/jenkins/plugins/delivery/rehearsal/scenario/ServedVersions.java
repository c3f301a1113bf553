package io.jenkins.plugins.delivery.rehearsal.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Asks an application often enough to meet each version that serves. */
final class ServedVersions {
    private static final int REQUESTS = 20;

    private ServedVersions() {}

    /** The versions that answered; an empty text stands for an answer without one. */
    static Set<String> ask(String url) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/version"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Set<String> versions = new TreeSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            versions.add(version(client, request));
        }
        return versions;
    }

    private static String version(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? new ObjectMapper().readTree(answer.body()).path("version").asText("")
                    : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
