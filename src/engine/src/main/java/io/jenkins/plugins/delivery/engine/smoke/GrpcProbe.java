package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Calls {@code grpc.health.v1.Health/Check}. Its two messages have a field each, which needs no code generator: a request is
 * <code>string service = 1</code>, a response <code>enum status = 1</code>, each behind a flag byte and a length of four.
 */
final class GrpcProbe {
    private static final List<String> STATUS = List.of("UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN");
    private static final List<String> CODES = List.of(
            "OK",
            "CANCELLED",
            "UNKNOWN",
            "INVALID_ARGUMENT",
            "DEADLINE_EXCEEDED",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED",
            "RESOURCE_EXHAUSTED",
            "FAILED_PRECONDITION",
            "ABORTED",
            "OUT_OF_RANGE",
            "UNIMPLEMENTED",
            "INTERNAL",
            "UNAVAILABLE",
            "DATA_LOSS",
            "UNAUTHENTICATED");
    private static final int PREFIX = 5;
    private static final int LONGEST = 1_024;

    private final HttpClients clients;
    private final PinnedNames names;

    GrpcProbe(HttpClients clients, PinnedNames names) {
        this.clients = clients;
        this.names = names;
    }

    Attempt attempt(GrpcCheck check, @CheckForNull CheckCredential credential) throws IOException {
        names.check(check.host(), check.port(), true);
        long start = System.nanoTime();
        CheckCredential.ClientCertificate certificate =
                credential instanceof CheckCredential.ClientCertificate one ? one : null;
        Call call = clients.client(check.tls(), Boolean.TRUE, certificate).newCall(request(check, credential));
        call.timeout().timeout(check.requestTimeout().toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            String actual = actual(response);
            long millis = (System.nanoTime() - start) / 1_000_000;
            return actual.equals("SERVING")
                    ? new Attempt(check.name(), null, List.of(millis))
                    : Attempt.failed(check, check.awaited(), actual);
        }
    }

    private static Request request(GrpcCheck check, @CheckForNull CheckCredential credential) {
        String scheme = check.tls() ? "https://" : "http://";
        Request.Builder request = new Request.Builder()
                .url(scheme + check.host() + ":" + check.port() + "/grpc.health.v1.Health/Check")
                .header("TE", "trailers")
                .header("grpc-timeout", check.requestTimeout().toMillis() + "m")
                .post(RequestBody.create(message(check.service()), MediaType.get("application/grpc")));
        if (credential instanceof CheckCredential.Authorization authorization) {
            request.header("Authorization", authorization.value());
        }
        return request.build();
    }

    /** Flag "not compressed", length, and the field if it is not its default. */
    static byte[] message(String service) {
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (name.length > 0) {
            body.write(0x0a);
            for (int rest = name.length; ; rest >>>= 7) {
                body.write(rest < 0x80 ? rest : rest & 0x7f | 0x80);
                if (rest < 0x80) {
                    break;
                }
            }
            body.writeBytes(name);
        }
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        for (int shift : new int[] {0, 24, 16, 8, 0}) {
            framed.write(framed.size() == 0 ? 0 : body.size() >>> shift);
        }
        framed.writeBytes(body.toByteArray());
        return framed.toByteArray();
    }

    private static String actual(Response response) throws IOException {
        if (response.protocol() != Protocol.HTTP_2 && response.protocol() != Protocol.H2_PRIOR_KNOWLEDGE) {
            return "HTTP/1.1, where gRPC needs HTTP/2";
        }
        String type = response.header("content-type", "");
        if (response.code() != 200 || type == null || !type.startsWith("application/grpc")) {
            return "status " + response.code() + " with content type '" + type + "', which is no gRPC";
        }
        BufferedSource source = response.body().source();
        source.request(LONGEST);
        byte[] body = source.getBuffer()
                .readByteArray(Math.min(LONGEST, source.getBuffer().size()));
        if (!source.exhausted()) {
            return "a message of more than " + LONGEST + " bytes";
        }
        String code = response.header("grpc-status");
        String status = code == null ? response.trailers().get("grpc-status") : code;
        return "0".equals(status) ? serving(body) : refusal(status, response);
    }

    private static String refusal(@CheckForNull String status, Response response) throws IOException {
        if (status == null) {
            return "an answer without grpc-status";
        }
        boolean known = status.matches("\\d{1,2}") && Integer.parseInt(status) < CODES.size();
        String message = response.header("grpc-message", response.trailers().get("grpc-message"));
        return (known ? CODES.get(Integer.parseInt(status)) : "grpc-status " + status)
                + (message == null || message.isBlank() ? "" : ": " + message);
    }

    /** The field 1 of the message, which is left out if it is 0. */
    static String serving(byte[] body) {
        if (body.length < PREFIX || body[0] != 0) {
            return "no message that can be read";
        }
        int at = PREFIX;
        int value = 0;
        while (at + 1 < body.length) {
            if (body[at] != 0x08) {
                return "a message that is no HealthCheckResponse";
            }
            value = body[at + 1] & 0xff;
            at += 2;
        }
        return value < STATUS.size() ? STATUS.get(value) : "status " + value;
    }
}
