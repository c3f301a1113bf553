package io.jenkins.plugins.delivery.engine.smoke;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Answers questions for names on loopback, by RFC 1035. */
final class DnsServer implements AutoCloseable {
    /** A record: its type by number, and its data. */
    record Data(int type, byte[] bytes) {}

    private final DatagramSocket socket;
    private final Map<String, List<Data>> records;

    DnsServer(Map<String, List<Data>> records) throws SocketException {
        this.records = records;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        byte[] bytes = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(bytes, bytes.length);
                socket.receive(question);
                byte[] answer = answer(Arrays.copyOf(bytes, question.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = 12;
        for (; question[at] != 0; at += question[at] + 1) {
            name.append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII))
                    .append('.');
        }
        int type = question[at + 2];
        List<Data> known = records.get(name.toString());
        List<Data> answers = known == null
                ? List.of()
                : known.stream().filter(data -> data.type == type).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(known == null ? 0x8183 : 0x8180);
        out.writeShort(1);
        out.writeShort(answers.size());
        out.writeInt(0);
        out.write(question, 12, at + 5 - 12);
        for (Data data : answers) {
            out.writeShort(0xc00c);
            out.writeShort(data.type);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(data.bytes.length);
            out.write(data.bytes);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
