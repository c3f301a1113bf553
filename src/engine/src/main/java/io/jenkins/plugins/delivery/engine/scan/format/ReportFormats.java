package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All formats that are read, and how a file is told to be of one of them: by what it holds, never by its name. */
public final class ReportFormats {
    /** The first that recognises a file reads it, so formats with more telling keys come first. */
    private static final List<Known> ALL = Known.of(
            () -> new SarifReader(),
            () -> new TrivyReader(),
            () -> new GrypeReader(),
            () -> new CycloneDxReader(),
            () -> new SnykReader(),
            () -> new GitlabReader(),
            () -> new YarnAuditReader(),
            () -> new NpmAuditReader(),
            () -> new PipAuditReader(),
            () -> new OsvReader(),
            () -> new CargoAuditReader(),
            () -> new BundlerAuditReader(),
            () -> new GovulncheckReader(),
            () -> new NancyReader(),
            () -> new RetireJsReader(),
            () -> new SafetyReader(),
            () -> new DependencyCheckReader(),
            () -> new ClairReader(),
            () -> new AnchoreReader(),
            () -> new GitleaksReader(),
            () -> new TrufflehogReader(),
            () -> new DetectSecretsReader(),
            () -> new CheckovReader(),
            () -> new TfsecReader(),
            () -> new KicsReader(),
            () -> new TerrascanReader(),
            () -> new SemgrepReader(),
            () -> new BanditReader(),
            () -> new GosecReader(),
            () -> new BrakemanReader(),
            () -> new HadolintReader(),
            () -> new DockleReader(),
            () -> new KubeScoreReader(),
            () -> new KubesecReader(),
            () -> new PolarisReader(),
            () -> new SonarQubeReader(),
            () -> new ZapReader(),
            () -> new NiktoReader(),
            () -> new SpotBugsReader(),
            () -> new PmdReader());

    private ReportFormats() {}

    /** A format whose reader is made when it is first needed: an agent would load forty classes for one report otherwise. */
    private static final class Known {
        private final Supplier<ReportReader> made;
        private volatile ReportReader reader;

        private Known(Supplier<ReportReader> made) {
            this.made = made;
        }

        /** Lambdas that call a constructor load its class when they are called; a reference to it would load it here. */
        @SafeVarargs
        static List<Known> of(Supplier<ReportReader>... made) {
            return Stream.of(made).map(Known::new).toList();
        }

        /** Readers hold no state, so it does not matter when two are made at once. */
        ReportReader reader() {
            ReportReader there = reader;
            if (there == null) {
                there = made.get();
                reader = there;
            }
            return there;
        }
    }

    public static List<ReportReader> all() {
        return readers().toList();
    }

    private static Stream<ReportReader> readers() {
        return ALL.stream().map(Known::reader);
    }

    public static List<String> ids() {
        return readers().map(ReportReader::id).toList();
    }

    /** The format that a Jenkinsfile names. */
    public static Optional<ReportReader> named(String id) {
        return readers().filter(reader -> reader.id().equals(id)).findFirst();
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
        return readers().filter(reader -> reader.recognises(outline)).findFirst();
    }

    private static ReportFormatException unknown(ReportFile file, Outline beginning) throws IOException {
        if (beginning.looksLikeJson()) {
            // Broken JSON is told with its place, which helps more than the list of formats.
            JsonInput.readEach(file, json -> {});
        }
        if (XmlInput.isXml(file)) {
            XmlInput.read(file, XmlInput.NOTHING);
        }
        String known = readers().map(ReportReader::title).collect(Collectors.joining(", "));
        if (beginning.isEmptyList()) {
            return new ReportFormatException(
                    file.name(), 1, 1, "expected a scanner report, but an empty list may be anybody's: say its format");
        }
        String found = beginning.isEmpty() ? "neither JSON nor XML" : "none of these";
        return new ReportFormatException(
                file.name(), 1, 1, "expected a scanner report (" + known + "), but this is " + found);
    }
}
