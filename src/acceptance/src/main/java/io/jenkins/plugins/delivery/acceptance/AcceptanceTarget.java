package io.jenkins.plugins.delivery.acceptance;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which Jenkins the suite runs against, as the command line says. */
public sealed interface AcceptanceTarget {
    /** How long Jenkins may take to answer, unless {@code -Djenkins.deadline} says otherwise. */
    int DEADLINE_SECONDS = 240;

    /** None was named: the suite is skipped. */
    record None(String reason) implements AcceptanceTarget {}

    /** A war and a folder of plugins; the suite starts it, kills it and takes it away. */
    record Managed(Path war, Path plugins, int port, Duration deadline) implements AcceptanceTarget {}

    /** One that runs already; it is neither restarted nor killed. */
    record Running(URI url, String user, String token) implements AcceptanceTarget {}

    /**
     * Reads {@code jenkins.war} and {@code jenkins.plugins}, or {@code jenkins.url} and {@code jenkins.token} (as
     * {@code user:token}, or the token alone beside {@code jenkins.user}); {@code jenkins.port} is optional, 0 and its absence
     * mean a free one; {@code jenkins.deadline} are seconds, without it 240.
     *
     * @throws AcceptanceException when what is named is not there, or only half of it is named
     */
    static AcceptanceTarget of(UnaryOperator<String> properties) {
        Optional<String> war = given(properties, "jenkins.war");
        Optional<String> plugins = given(properties, "jenkins.plugins");
        Optional<String> url = given(properties, "jenkins.url");
        if (war.isPresent() && url.isPresent()) {
            throw new AcceptanceException(
                    "-Djenkins.war and -Djenkins.url are two different Jenkins: give one of them.");
        }
        if (url.isPresent()) {
            return running(url.get(), given(properties, "jenkins.user"), given(properties, "jenkins.token"));
        }
        if (war.isEmpty() && plugins.isEmpty()) {
            return new None(
                    "No Jenkins to try it on: -Djenkins.war=<file> -Djenkins.plugins=<folder of .hpi or .jpi> names one,"
                            + " or -Djenkins.url=<address> -Djenkins.token=<user>:<token> one that runs.");
        }
        Path file = file(war);
        Path folder = folder(plugins);
        return new Managed(
                file, folder, port(given(properties, "jenkins.port")), deadline(given(properties, "jenkins.deadline")));
    }

    private static Running running(String url, Optional<String> user, Optional<String> token) {
        String both = token.map(text -> user.map(name -> name + ":" + text).orElse(text))
                .filter(text -> text.indexOf(':') > 0)
                .orElseThrow(() -> new AcceptanceException(
                        "-Djenkins.url needs -Djenkins.token=<user>:<API token> of an administrator."));
        int colon = both.indexOf(':');
        return new Running(address(url), both.substring(0, colon), both.substring(colon + 1));
    }

    private static URI address(String url) {
        try {
            URI address = new URI(url.endsWith("/") ? url : url + "/");
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // said below, with an example
        }
        throw new AcceptanceException("-Djenkins.url=" + url + " is no address such as http://localhost:8080/.");
    }

    private static Path file(Optional<String> war) {
        Path file = war.map(Path::of)
                .orElseThrow(() ->
                        new AcceptanceException("-Djenkins.plugins needs -Djenkins.war=<jenkins.war> beside it."));
        if (!Files.isRegularFile(file)) {
            throw new AcceptanceException("-Djenkins.war=" + file + " is not there; name the file jenkins.war.");
        }
        return file;
    }

    private static Path folder(Optional<String> plugins) {
        Path folder = plugins.map(Path::of)
                .orElseThrow(() -> new AcceptanceException(
                        "-Djenkins.war needs -Djenkins.plugins=<folder> with the plugins that ours depends on."));
        if (!Files.isDirectory(folder)) {
            throw new AcceptanceException(
                    "-Djenkins.plugins=" + folder + " is not a folder; name one of .hpi or .jpi files.");
        }
        return folder;
    }

    private static int port(Optional<String> given) {
        try {
            int port = given.map(Integer::parseInt).orElse(0);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the range
        }
        throw new AcceptanceException("-Djenkins.port=" + given.orElse("") + " is no port: a number from 1 to 65535.");
    }

    private static Duration deadline(Optional<String> given) {
        try {
            int seconds = given.map(Integer::parseInt).orElse(DEADLINE_SECONDS);
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new AcceptanceException("-Djenkins.deadline=" + given.orElse("")
                + " is no time: how many seconds Jenkins may take to answer, at least 1.");
    }

    private static Optional<String> given(UnaryOperator<String> properties, String name) {
        return Optional.ofNullable(properties.apply(name)).filter(text -> !text.isBlank());
    }
}
