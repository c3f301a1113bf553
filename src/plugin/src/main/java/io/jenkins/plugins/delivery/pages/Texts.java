package io.jenkins.plugins.delivery.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jvnet.localizer.LocaleProvider;
import org.jvnet.localizer.ResourceBundleHolder;

/** The texts that the scripts of the pages put there, as JSON by key. */
public final class Texts {
    private static final Map<ResourceBundle, String> KNOWN = new ConcurrentHashMap<>();

    private Texts() {}

    /** In the language of who asks. */
    public static String json() {
        return json(LocaleProvider.getLocale());
    }

    /** In a language, or in English where it is not known. */
    public static String json(Locale locale) {
        ResourceBundle texts = ResourceBundleHolder.get(Messages.class).get(locale);
        return KNOWN.computeIfAbsent(texts, Texts::write);
    }

    private static String write(ResourceBundle texts) {
        Map<String, String> all = new TreeMap<>();
        texts.keySet().stream()
                .filter(key -> Character.isLowerCase(key.charAt(0)))
                .forEach(key -> all.put(key, texts.getString(key)));
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
