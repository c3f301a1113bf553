package io.jenkins.plugins.delivery.reports;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.pages.Page;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/**
 * What a step leaves on a build: a verdict, the sentence that explains it, a few figures, and a model behind them.
 *
 * <p>Verdict, sentence and figures are kept in {@code build.xml}; the model is JSON in a file of its own beside it,
 * so that a large report costs nothing until somebody looks. A subclass holds no state but what it hands to the
 * constructor and to {@link #publish}.
 */
@ExportedBean
public abstract class DeliveryReport implements RunAction2 {
    private static final Logger LOGGER = Logger.getLogger(DeliveryReport.class.getName());

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\t\n\r]]");

    /** Of a name in URLs and in names of files, which may have 255 bytes. */
    private static final int LONGEST_SLUG = 100;

    private final String kind;
    private final String name;
    private String url;
    private ReportVerdict verdict = ReportVerdict.RUNNING;
    private String headline = "";
    private ArrayList<String> figures = new ArrayList<>();
    private transient Run<?, ?> run;

    /**
     * @param kind what reports of this class are about, in URLs: lower-case letters and dashes
     * @param name tells several reports of a kind in one build apart; empty for the only one
     */
    protected DeliveryReport(String kind, String name) {
        this.kind = slug(kind);
        this.name = name == null ? "" : printable(name.strip());
        this.url = this.name.isEmpty() ? this.kind : this.kind + "-" + slug(this.name);
    }

    /** The report of a build that has this URL name; how a step finds its own back after a restart. */
    public static <T extends DeliveryReport> Optional<T> find(Run<?, ?> run, Class<T> type, String urlName) {
        return run.getActions(type).stream()
                .filter(report -> report.getUrlName().equals(urlName))
                .findFirst();
    }

    /** What on a build waits for somebody, in the order in which it began to. */
    static List<DeliveryReport> waiting(Run<?, ?> run) {
        return run.getActions(DeliveryReport.class).stream()
                .filter(report -> report.getVerdict() == ReportVerdict.WAITING)
                .toList();
    }

    /** What reports of this class are called, for people. */
    public abstract String getTitle();

    @Override
    public final String getDisplayName() {
        return name.isEmpty() ? getTitle() : getTitle() + ": " + name;
    }

    /** Unique within the build from the first {@link #publish} on; numbered where a name comes twice. */
    @Override
    public final synchronized String getUrlName() {
        return url;
    }

    /** What reports of this class are about, in URLs and settings. */
    public final String getKind() {
        return kind;
    }

    /** Tells several reports of a kind apart; empty for the only one. */
    @Exported
    public final String getName() {
        return name;
    }

    @Exported
    public final synchronized ReportVerdict getVerdict() {
        return verdict;
    }

    /** The sentence that explains the verdict. */
    @Exported
    public final synchronized String getHeadline() {
        return headline;
    }

    /** The two or three figures that explain it further. */
    @Exported
    public final synchronized List<String> getFigures() {
        return List.copyOf(figures);
    }

    public final Run<?, ?> getRun() {
        return run;
    }

    /** What the layout of a build's pages calls the build. */
    public final Run<?, ?> getObject() {
        return run;
    }

    /** For the page. */
    public final Page getPage() {
        return Page.of("report", "json");
    }

    @Override
    public final void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public final void onLoad(Run<?, ?> owner) {
        run = owner;
    }

    /**
     * Puts this on the build, or says something new about what is there. The model is written first: a page never
     * shows a verdict without what stands behind it. Writes files, so never call it on the thread of the program.
     *
     * @param model anything that Jackson writes: records, maps, lists, numbers, instants
     * @throws IOException if the build cannot be written to
     */
    public final void publish(
            Run<?, ?> owner, ReportVerdict newVerdict, String newHeadline, List<String> newFigures, Object model)
            throws IOException {
        synchronized (owner) {
            boolean attached = owner.getActions(getClass()).contains(this);
            if (!attached) {
                takeUrl(owner);
            }
            update(owner, newVerdict, newHeadline, newFigures, model);
            if (!attached) {
                owner.addAction(this);
                ReportedKinds.remember(owner.getParent(), kind);
            }
        }
        owner.save();
    }

    /** The model as it was last published, or null where its file is missing or damaged. */
    @CheckForNull
    public final JsonNode getModel() {
        try {
            return file().exists() ? file().read() : null;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The report " + getUrlName() + " of " + run + " cannot be read");
            return null;
        }
    }

    /** The whole report as JSON. */
    @GET
    @WebMethod(name = "json")
    public final HttpResponse doJson() {
        run.checkPermission(Item.READ);
        Map<String, Object> json = new LinkedHashMap<>(json());
        colour().ifPresent(colour -> json.put("colour", colour));
        json.putAll(forReader());
        return JsonResponse.ok(json);
    }

    /** Of the environment that it is about, as the settings are now. */
    private Optional<String> colour() {
        JsonNode model = getModel();
        return Optional.ofNullable(model)
                .flatMap(said -> DeliveryConfiguration.get()
                        .knownEnvironment(said.path("environment").asText()))
                .map(EnvironmentSettings::getColour);
    }

    /** What the page shows beside the report to who looks at it, such as what they may decide. */
    protected Map<String, Object> forReader() {
        return Map.of();
    }

    /** The report, the same for everybody. */
    public final Map<String, Object> json() {
        JsonNode model = getModel();
        return Map.of(
                "kind",
                kind,
                "name",
                name,
                "title",
                getTitle(),
                "verdict",
                getVerdict(),
                "headline",
                getHeadline(),
                "figures",
                getFigures(),
                "complete",
                model != null,
                "model",
                model == null ? Map.of() : model);
    }

    /** When it was last said; null where its file is missing. */
    @CheckForNull
    final Instant saidAt() {
        try {
            return file().modified();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "It is not known when " + getUrlName() + " of " + run + " was written");
            return null;
        }
    }

    private synchronized void update(
            Run<?, ?> owner, ReportVerdict newVerdict, String newHeadline, List<String> newFigures, Object model)
            throws IOException {
        run = owner;
        file().write(model);
        verdict = newVerdict;
        headline = printable(newHeadline);
        figures = new ArrayList<>(
                newFigures.stream().map(DeliveryReport::printable).toList());
    }

    private synchronized void takeUrl(Run<?, ?> owner) {
        Set<String> taken = owner.getActions(DeliveryReport.class).stream()
                .map(DeliveryReport::getUrlName)
                .collect(Collectors.toSet());
        String wanted = url;
        for (int number = 2; taken.contains(url); number++) {
            url = wanted + "-" + number;
        }
    }

    private ReportFile file() {
        return new ReportFile(new File(run.getRootDir(), "delivery/" + getUrlName() + ".json").toPath());
    }

    /** Neither XML nor pages can have all that others may write into a message. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String hash = Integer.toHexString(text.hashCode());
        if (slug.length() > LONGEST_SLUG) {
            return slug.substring(0, LONGEST_SLUG - hash.length() - 1) + "-" + hash;
        }
        return slug.isEmpty() ? hash : slug;
    }
}
