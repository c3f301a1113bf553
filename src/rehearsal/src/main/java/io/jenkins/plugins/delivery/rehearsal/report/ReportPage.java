package io.jenkins.plugins.delivery.rehearsal.report;

import io.jenkins.plugins.delivery.pages.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One HTML file that needs nothing else. The data stands in it as JSON that is never HTML: the script puts every word on
 * the page as text, and the page's Content-Security-Policy lets no other script run.
 */
final class ReportPage {
    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

    private static final Pattern PLACE = Pattern.compile("@(title|policy|style|charts|script|texts|data)@");

    private ReportPage() {}

    static String of(String title, String json) throws IOException {
        String style = resource("page.css") + resource("web/css/delivery.css");
        String script = PageScript.of("rehearsal", ReportPage::module);
        String charts = resource(ECHARTS);
        Map<String, String> parts = Map.of(
                "title", escape(title),
                "policy", policy(style, script, charts),
                "style", style,
                "charts", charts,
                "script", script,
                "texts", inScript(Texts.json(Locale.ENGLISH)),
                "data", inScript(json));
        return PLACE.matcher(resource("page.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    private static String module(String name) throws IOException {
        return resource("web/" + (name.equals("rehearsal") ? "" : "js/") + name + ".js");
    }

    private static String policy(String style, String... scripts) {
        String allowed =
                Stream.of(scripts).map(script -> "'" + hash(script) + "'").collect(Collectors.joining(" "));
        return "default-src 'none'; style-src '" + hash(style) + "'; script-src " + allowed
                + "; base-uri 'none'; form-action 'none'";
    }

    /** JSON that no HTML parser takes for the end of a script element, nor JavaScript for the end of a line. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The report's " + name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
