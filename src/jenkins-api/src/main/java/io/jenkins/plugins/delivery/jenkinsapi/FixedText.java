package io.jenkins.plugins.delivery.jenkinsapi;

import java.util.Locale;
import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** A text that is the same in each language. */
public final class FixedText extends Localizable {
    private static final long serialVersionUID = 1;
    private final String text;

    public FixedText(String text) {
        super(ResourceBundleHolder.get(FixedText.class), text);
        this.text = text;
    }

    @Override
    public String toString(Locale locale) {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
