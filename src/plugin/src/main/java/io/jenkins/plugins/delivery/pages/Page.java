package io.jenkins.plugins.delivery.pages;

import java.time.ZoneId;
import org.jvnet.localizer.LocaleProvider;

/**
 * The shell around a page: which one the script draws, and where its data is. Its view {@code shell} is all that a Jelly
 * file has to include.
 */
public final class Page {
    private final String name;
    private final String json;

    private Page(String name, String json) {
        this.name = name;
        this.json = json;
    }

    /**
     * @param name of the page, as {@code main.js} calls it
     * @param json address of its data, relative to the page
     */
    public static Page of(String name, String json) {
        return new Page(name, json);
    }

    public String getName() {
        return name;
    }

    public String getJson() {
        return json;
    }

    /** The texts of the script, in the language of who looks. */
    public String getTexts() {
        return Texts.json();
    }

    /** In which numbers and times are written. */
    public String getLanguage() {
        return LocaleProvider.getLocale().toLanguageTag();
    }

    /** Time zone of the controller. */
    public String getZone() {
        return ZoneId.systemDefault().getId();
    }
}
