package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All formats that are read, and how a file is told to be of one of them: by what it holds, never by its name. */
public final class ReportFormats {
    /** The first that recognises a file reads it, so formats with more telling keys come first. */
    private static final List<ReportReader> ALL = List.of(
            new SarifReader(),
            new TrivyReader(),
            new GrypeReader(),
            new CycloneDxReader(),
            new SnykReader(),
            new GitlabReader(),
            new YarnAuditReader(),
            new NpmAuditReader(),
            new PipAuditReader(),
            new OsvReader(),
            new CargoAuditReader(),
            new BundlerAuditReader(),
            new GovulncheckReader(),
            new NancyReader(),
            new RetireJsReader(),
            new SafetyReader(),
            new DependencyCheckReader(),
            new ClairReader(),
            new AnchoreReader(),
            new GitleaksReader(),
            new TrufflehogReader(),
            new DetectSecretsReader(),
            new CheckovReader(),
            new TfsecReader(),
            new KicsReader(),
            new TerrascanReader(),
            new SemgrepReader(),
            new BanditReader(),
            new GosecReader(),
            new BrakemanReader(),
            new HadolintReader(),
            new DockleReader(),
            new KubeScoreReader(),
            new KubesecReader(),
            new PolarisReader(),
            new SonarQubeReader(),
            new ZapReader(),
            new NiktoReader(),
            new SpotBugsReader(),
            new PmdReader());

    private ReportFormats() {}

    public static List<ReportReader> all() {
        return ALL;
    }

    public static List<String> ids() {
        return ALL.stream().map(ReportReader::id).toList();
    }

    /** The format that a Jenkinsfile names. */
    public static Optional<ReportReader> named(String id) {
        return ALL.stream().filter(reader -> reader.id().equals(id)).findFirst();
    }

    /**
     * The format of this file.
     *
     * @throws ReportFormatException if it is of none
     */
    public static ReportReader detect(ReportFile file) throws IOException {
        Outline beginning = Outline.ofBeginning(file);
        Optional<ReportReader> reader = recognising(beginning);
        if (reader.isEmpty() && !beginning.isEmpty()) {
            reader = recognising(Outline.ofLongerBeginning(file));
        }
        if (reader.isEmpty() && !beginning.isEmpty()) {
            reader = recognising(Outline.ofAll(file));
        }
        if (reader.isEmpty()) {
            throw unknown(file, beginning);
        }
        return reader.get();
    }

    /**
     * Makes sure that a file is of the format that somebody named: another one would otherwise seem clean.
     *
     * @throws ReportFormatException if it is not
     */
    public static void check(ReportFile file, ReportReader named) throws IOException {
        Outline beginning = Outline.ofBeginning(file);
        if (named.recognises(beginning) || beginning.isEmptyList() && named instanceof ElementReader) {
            return;
        }
        if (!named.recognises(Outline.ofAll(file))) {
            if (beginning.looksLikeJson()) {
                JsonInput.readEach(file, json -> {});
            }
            throw new ReportFormatException(
                    file.name(), 1, 1, "expected " + named.title() + ", but this is something else");
        }
    }

    private static Optional<ReportReader> recognising(Outline outline) {
        return ALL.stream().filter(reader -> reader.recognises(outline)).findFirst();
    }

    private static ReportFormatException unknown(ReportFile file, Outline beginning) throws IOException {
        if (beginning.looksLikeJson()) {
            // Broken JSON is told with its place, which helps more than the list of formats.
            JsonInput.readEach(file, json -> {});
        }
        if (XmlInput.isXml(file)) {
            XmlInput.read(file, XmlInput.NOTHING);
        }
        String known = ALL.stream().map(ReportReader::title).collect(Collectors.joining(", "));
        if (beginning.isEmptyList()) {
            return new ReportFormatException(
                    file.name(), 1, 1, "expected a scanner report, but an empty list may be anybody's: say its format");
        }
        String found = beginning.isEmpty() ? "neither JSON nor XML" : "none of these";
        return new ReportFormatException(
                file.name(), 1, 1, "expected a scanner report (" + known + "), but this is " + found);
    }
}
