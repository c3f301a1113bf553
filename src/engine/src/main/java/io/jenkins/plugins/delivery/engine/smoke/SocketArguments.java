package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a check below HTTP, or beside it. */
final class SocketArguments {
    static final Set<String> TCP = Set.of("tcp");
    static final Set<String> DNS = Set.of("dns", "type", "values", "server");
    static final Set<String> GRPC = Set.of("grpc", "tls", "grpcService", "credentialsId");
    static final Set<String> TLS = Set.of("tls", "minDaysValid", "minProtocol");
    private static final int HIGHEST_PORT = 65_535;

    private record Endpoint(String host, int port) {}

    private final ArgumentMap map;
    private final CheckArguments.SuiteDefaults suite;

    SocketArguments(ArgumentMap map, CheckArguments.SuiteDefaults suite) {
        this.map = map;
        this.suite = suite;
    }

    Check parse(String kind) {
        return switch (kind) {
            case "tcp" -> tcp();
            case "dns" -> dns();
            case "grpc" -> grpc();
            default -> tls();
        };
    }

    private Check tcp() {
        Endpoint target = endpoint("tcp", text("tcp"), -1);
        return new TcpCheck(name("tcp " + text("tcp")), target.host, target.port, CheckArguments.requestTimeout(map));
    }

    private Check grpc() {
        boolean tls = map.flag("tls", false);
        Endpoint target = endpoint("grpc", text("grpc"), tls ? 443 : -1);
        String service = map.text("grpcService").orElse("");
        return new GrpcCheck(
                name("grpc " + text("grpc") + (service.isEmpty() ? "" : " " + service)),
                target.host,
                target.port,
                tls,
                service,
                credentialsId(tls),
                CheckArguments.requestTimeout(map));
    }

    @CheckForNull
    private String credentialsId(boolean tls) {
        String id = map.text("credentialsId").orElse(null);
        if (id != null && !tls) {
            throw new ArgumentException(
                    map.place("credentialsId"), "a credential is not sent in plain text; say tls: true as well");
        }
        return id;
    }

    private Check dns() {
        String host = text("dns");
        if (!host.matches("[\\p{L}\\p{N}_.-]{1,253}")) {
            throw new ArgumentException(map.place("dns"), "'" + host + "' is no name such as db.staging");
        }
        String type = map.text("type")
                .map(text -> Choices.pick(
                        map.place("type"), "type of record", text.toUpperCase(Locale.ROOT), DnsCheck.TYPES))
                .orElse(null);
        String server = map.text("server").orElse(null);
        if (server != null && type == null) {
            throw new ArgumentException(map.place("server"), "it needs a 'type' of record to ask for");
        }
        Endpoint asked = server == null ? null : endpoint("server", server, 53);
        return new DnsCheck(
                name("dns " + host + (type == null ? "" : " " + type)),
                host,
                type,
                values(),
                asked == null ? null : asked.host + ":" + asked.port,
                CheckArguments.requestTimeout(map));
    }

    private List<String> values() {
        Object value = map.raw("values");
        List<String> values = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(one -> values.add(String.valueOf(one)));
        } else if (value != null) {
            values.add(String.valueOf(value));
        }
        if (value != null && (values.isEmpty() || values.stream().anyMatch(String::isBlank))) {
            throw new ArgumentException(map.place("values"), "expected what has to be among the answers");
        }
        return values;
    }

    private Check tls() {
        Endpoint target = tlsTarget();
        return new TlsCheck(
                name("tls " + target.host),
                target.host,
                target.port,
                CheckArguments.tlsLimits(map),
                CheckArguments.requestTimeout(map));
    }

    private Endpoint tlsTarget() {
        if (map.raw("tls") instanceof CharSequence text) {
            return endpoint("tls", text.toString(), 443);
        }
        URI base = suite.base();
        if (!map.flag("tls", false) || base == null) {
            throw new ArgumentException(
                    map.place("tls"), "expected true with a 'url' of the suite, or a host such as 'example.com:443'");
        }
        return new Endpoint(base.getHost(), base.getPort() < 0 ? 443 : base.getPort());
    }

    private Endpoint endpoint(String key, String text, int otherwise) {
        int colon = text.endsWith("]") ? -1 : text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        String port = colon < 0 ? String.valueOf(otherwise) : text.substring(colon + 1);
        boolean known = host.matches("[\\p{L}\\p{N}_.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
        if (known && port.matches("\\d{1,5}") && Integer.parseInt(port) <= HIGHEST_PORT) {
            return new Endpoint(host, Integer.parseInt(port));
        }
        throw new ArgumentException(map.place(key), "'" + text + "' is no host and port such as db.staging:5432");
    }

    private String name(String otherwise) {
        return map.text("name").orElse(otherwise);
    }

    private String text(String key) {
        return map.text(key).orElseThrow();
    }
}
