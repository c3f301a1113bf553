package io.jenkins.plugins.delivery.jenkinsapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;

/** The check of the profile {@code jenkins}, as the pom has it, run by Ant without Maven around it. */
final class JenkinsProfile {
    private final String text;
    private final String version;

    private JenkinsProfile(String text, String version) {
        this.text = text;
        this.version = version;
    }

    static JenkinsProfile of(Path pom) {
        try {
            String all = Files.readString(pom);
            return new JenkinsProfile(
                    first(all, "<id>jenkins</id>(.*?)</profile>"),
                    first(all, "<jenkins.version>(.*?)</jenkins.version>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI repository() {
        return URI.create(first(text, "<jenkins.repository>(.*?)</jenkins.repository>"));
    }

    String version() {
        return version;
    }

    /** @throws BuildException as the build would fail */
    void check(Path folder, String repository, int seconds) throws IOException {
        Path file = folder.resolve("build.xml");
        Files.writeString(
                file,
                "<project default=\"check\"><target name=\"check\">" + first(text, "<target>(.*?)</target>")
                        + "</target></project>");
        Project project = new Project();
        project.init();
        Map.of(
                        "jenkins.repository", repository,
                        "jenkins.repository.wait", Integer.toString(seconds),
                        "jenkins.version", version)
                .forEach(project::setProperty);
        ProjectHelper.configureProject(project, file.toFile());
        project.executeTarget("check");
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Nothing matches " + pattern);
        }
        return found.group(1);
    }
}
