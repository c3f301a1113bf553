package io.jenkins.plugins.delivery.engine.smoke;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Asks for records of a name, with the resolver that comes with Java. */
final class DnsProbe {
    private final PinnedNames names;

    DnsProbe(PinnedNames names) {
        this.names = names;
    }

    Attempt attempt(DnsCheck check) throws UnknownHostException {
        names.checkName(check.host(), check.port());
        long start = System.nanoTime();
        List<String> answers = check.type() == null ? addresses(check) : records(check);
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<String> missing = check.values().stream()
                .filter(wanted ->
                        answers.stream().noneMatch(answer -> normal(answer).equals(normal(wanted))))
                .toList();
        if (!answers.isEmpty() && missing.isEmpty()) {
            return new Attempt(check.name(), null, List.of(millis));
        }
        return Attempt.failed(check, check.awaited(), answers.isEmpty() ? "none" : String.join(", ", answers));
    }

    /** Names compare without their final dot, whatever the case. */
    private static String normal(String record) {
        return record.toLowerCase(Locale.ROOT).replaceAll("\\.(?=\\s|$)", "").replaceAll("^\"|\"$", "");
    }

    private List<String> addresses(DnsCheck check) throws UnknownHostException {
        return names.addresses(check.host()).stream()
                .map(InetAddress::getHostAddress)
                .toList();
    }

    private List<String> records(DnsCheck check) throws UnknownHostException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", "dns://" + server(check));
        settings.put(
                "com.sun.jndi.dns.timeout.initial",
                String.valueOf(check.requestTimeout().toMillis()));
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            InitialDirContext context = new InitialDirContext(settings);
            try {
                Attribute attribute = context.getAttributes(check.host(), new String[] {check.type()})
                        .get(check.type());
                return attribute == null ? List.of() : texts(attribute.getAll());
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            throw new UnknownHostException(check.host());
        } catch (NamingException e) {
            throw new ProbeException("none (" + e.getMessage() + ")");
        }
    }

    private String server(DnsCheck check) throws UnknownHostException {
        String server = check.server();
        if (server == null) {
            return "";
        }
        int colon = server.lastIndexOf(':');
        String host = server.substring(0, colon);
        names.check(host, Integer.parseInt(server.substring(colon + 1)), false);
        return names.addresses(host).get(0).getHostAddress() + server.substring(colon);
    }

    private static List<String> texts(NamingEnumeration<?> values) throws NamingException {
        List<String> texts = new ArrayList<>();
        while (values.hasMore()) {
            texts.add(String.valueOf(values.next()));
        }
        Collections.sort(texts);
        return texts;
    }
}
