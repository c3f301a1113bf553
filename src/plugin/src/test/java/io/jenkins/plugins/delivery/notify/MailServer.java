package io.jenkins.plugins.delivery.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mail on this machine as SMTP (RFC 5321) says, or refuses it. */
final class MailServer implements AutoCloseable {
    /** What clients said, line by line: envelope, headers and text. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** The answer to who sends; empty to take it. */
    volatile String refusal = "";

    private final ServerSocket socket;

    MailServer() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "mail server");
        listener.setDaemon(true);
        listener.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                heard.add("! " + e.getMessage());
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 here\r\n");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    out.print("250 taken\r\n");
                }
            } else {
                data = line.startsWith("DATA");
                out.print(answer(line) + "\r\n");
            }
            out.flush();
        }
    }

    private String answer(String line) {
        if (line.startsWith("MAIL FROM") && !refusal.isEmpty()) {
            return "550 " + refusal;
        }
        return line.startsWith("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
