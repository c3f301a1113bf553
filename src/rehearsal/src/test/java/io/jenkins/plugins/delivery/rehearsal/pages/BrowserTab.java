package io.jenkins.plugins.delivery.rehearsal.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One tab: goes to pages, waits until they are drawn, asks them, looks at them. */
public final class BrowserTab implements AutoCloseable {
    private static final String DRAWN =
            "document.querySelector('.pd-content[aria-busy=false]') && !document.querySelector('.pd-scroll[aria-busy=true]')";

    private static final int HEIGHT = 900;

    private final Browser browser;
    private final String target;
    private final String session;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    BrowserTab(Browser browser, String target, String session) {
        this.browser = browser;
        this.target = target;
        this.session = session;
        browser.listen(session, this::hear);
        for (String domain : List.of("Page", "Runtime", "Log", "Audits", "Performance")) {
            ask(domain + ".enable", Map.of());
        }
        ask("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Berlin"));
    }

    private void hear(String event, JsonNode what) {
        switch (event) {
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(what.path("type").asText())) {
                    complaints.add("console: " + what.path("args"));
                }
            }
            case "Runtime.exceptionThrown" -> complaints.add("exception: " + what.path("exceptionDetails"));
            case "Log.entryAdded" ->
                complaints.add("log: " + what.path("entry").path("text")
                        + what.path("entry").path("url"));
            case "Audits.issueAdded" -> {
                if (what.path("issue").path("code").asText().startsWith("ContentSecurityPolicy")) {
                    complaints.add("policy: " + what.path("issue").path("details"));
                }
            }
            default -> {
                // of no interest
            }
        }
    }

    /** What the page wrote to the console, threw, or was forbidden by the policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The size of the window, and whether the theme is a dark one. */
    public BrowserTab as(int width, boolean dark) {
        window(width, HEIGHT);
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    private void window(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Runs this in each page that is opened from now on, before anything of the page itself. */
    BrowserTab first(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    /** Goes there, and waits until the page is drawn. */
    public BrowserTab go(String url) {
        return go(url, DRAWN);
    }

    /** Goes there, and waits until the page is as it should be. */
    public BrowserTab go(String url, String ready) {
        ask("Page.navigate", Map.of("url", url));
        return await("location.href.startsWith(" + quoted(url.replaceFirst("[?#].*", "")) + ") && " + ready);
    }

    /** Goes there, and waits until the page is loaded and nothing on it is busy any more; it may be one that is not ours. */
    public BrowserTab visit(String url) {
        ask("Page.navigate", Map.of("url", url));
        return await("location.href.startsWith(" + quoted(url.replaceFirst("[?#].*", ""))
                + ") && document.readyState === 'complete' && !document.querySelector('[aria-busy=true]')");
    }

    /** Waits until this is true, looking at each frame. */
    public BrowserTab await(String condition) {
        evaluate("new Promise(done => { const look = () => (" + condition
                + ") ? done(true) : setTimeout(look, 10); look(); })");
        return this;
    }

    /** What an expression is worth; a promise is waited for. */
    public JsonNode evaluate(String expression) {
        for (int attempt = 0; ; attempt++) {
            try {
                JsonNode answer = ask(
                        "Runtime.evaluate",
                        Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
                if (answer.has("exceptionDetails")) {
                    throw new AssertionError(answer.path("exceptionDetails").toString());
                }
                return answer.path("result").path("value");
            } catch (IllegalStateException gone) {
                // The page that was asked is not there any more: the next one is.
                if (attempt > 5
                        || !gone.getMessage().contains("navigated or closed")
                                && !gone.getMessage().contains("context was destroyed")) {
                    throw gone;
                }
            }
        }
    }

    public String text() {
        return evaluate("document.body.innerText").asText();
    }

    /** Whether something is wider than the window, its scroll bar not counted. */
    boolean scrollsSideways() {
        return evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                .asBoolean();
    }

    /** Megabytes that the page's objects take, after what is not needed any more was collected. */
    double heapMegabytes() {
        ask("HeapProfiler.collectGarbage", Map.of());
        return evaluate("performance.memory.usedJSHeapSize").asDouble() / (1 << 20);
    }

    /** Clicks with the mouse in the middle of something, as often as a double click does or once. */
    public BrowserTab click(String selector, int times) {
        JsonNode place =
                evaluate("(one => { one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
                        + " return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })(document.querySelector("
                        + quoted(selector) + "))");
        for (int time = 1; time <= times; time++) {
            for (String type : List.of("mousePressed", "mouseReleased")) {
                ask(
                        "Input.dispatchMouseEvent",
                        Map.of(
                                "type",
                                type,
                                "x",
                                place.path("x"),
                                "y",
                                place.path("y"),
                                "button",
                                "left",
                                "clickCount",
                                time));
            }
        }
        return this;
    }

    /** Presses a key in what has the focus. */
    void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            ask("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** A picture of the page from its top on, at most this high. */
    public void screenshot(Path file, int most) throws IOException {
        int width = evaluate("innerWidth").asInt();
        int height =
                Math.min(most, evaluate("document.documentElement.scrollHeight").asInt());
        // what keeps to the lower edge of the window belongs to the lower edge of the picture
        window(width, Math.max(height, HEIGHT));
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        JsonNode picture = ask(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 0.75)));
        window(width, HEIGHT);
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    public static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        return browser.ask(session, method, parameters);
    }

    @Override
    public void close() {
        browser.ask(null, "Target.closeTarget", Map.of("targetId", target));
    }
}
