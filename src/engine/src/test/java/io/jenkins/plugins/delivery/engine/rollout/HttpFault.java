package io.jenkins.plugins.delivery.engine.rollout;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What an API server, or the network before it, does to one call. */
enum HttpFault {
    CONFLICT(409, ""),
    GONE(410, ""),
    UNPROCESSABLE(422, ""),
    BUSY_FOR_SECONDS(429, "Retry-After: 7\r\n"),
    BUSY_UNTIL_A_DATE(429, "Date: Mon, 02 Mar 2026 10:00:00 GMT\r\nRetry-After: Mon, 02 Mar 2026 10:00:31 GMT\r\n"),
    BROKEN(500, ""),
    OVERLOADED(503, "Retry-After: 7200\r\n"),
    /** The call is made, and its answer comes in two parts. */
    SLOW(0, ""),
    /** The call is made, and its answer never comes. */
    TIMEOUT(0, ""),
    RESET_BEFORE(0, ""),
    /** The call is made, and its answer is lost. */
    RESET_AFTER(0, ""),
    /** The call is made, and its answer is cut off. */
    TRUNCATED(0, ""),
    /** The call is made, and what answers is complete, but only the beginning of an object. */
    HALF_AN_OBJECT(0, "");

    private final int code;
    private final String headers;

    HttpFault(int code, String headers) {
        this.code = code;
        this.headers = headers;
    }

    boolean passes() {
        return this != UNPROCESSABLE;
    }

    /** Whether the cluster does what it is asked to before the fault. */
    boolean afterTheCall() {
        return code == 0 && this != RESET_BEFORE;
    }

    void strike(Socket socket, String answer) throws IOException {
        byte[] whole = answer.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        switch (this) {
            case TIMEOUT -> await(socket);
            case RESET_BEFORE, RESET_AFTER -> socket.setSoLinger(true, 0);
            case TRUNCATED -> out.write(whole, 0, whole.length - 1);
            case HALF_AN_OBJECT ->
                out.write(http(200, "", answer.substring(answer.indexOf("\r\n\r\n") + 4, answer.length() - 1))
                        .getBytes(StandardCharsets.UTF_8));
            case SLOW -> slowly(out, whole);
            default -> out.write(refusal().getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /** Until the client has had enough. */
    private static void await(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            continue;
        }
    }

    private static void slowly(OutputStream out, byte[] answer) throws IOException {
        int half = answer.length / 2;
        out.write(answer, 0, half);
        out.flush();
        try {
            new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.write(answer, half, answer.length - half);
    }

    private String refusal() {
        return http(
                code,
                headers,
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"struck\",\"code\":"
                        + code + "}");
    }

    static String http(int code, String headers, String body) {
        return "HTTP/1.1 " + code + " Any\r\nContent-Type: application/json\r\nConnection: close\r\n" + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }
}
