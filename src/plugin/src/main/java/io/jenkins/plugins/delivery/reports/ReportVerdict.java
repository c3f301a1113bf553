package io.jenkins.plugins.delivery.reports;

/** How a report ends, in one word. */
public enum ReportVerdict {
    /** What is reported on is still going on. */
    RUNNING("symbol-play-circle-outline plugin-ionicons-api", ""),
    /** It waits for somebody or something. */
    WAITING("symbol-hourglass-outline plugin-ionicons-api", ""),
    PASSED("symbol-checkmark-circle-outline plugin-ionicons-api", "jenkins-!-success-color"),
    /** It passed, with something that people should look at. */
    WARNED("symbol-warning-outline plugin-ionicons-api", "jenkins-!-warning-color"),
    FAILED("symbol-close-circle-outline plugin-ionicons-api", "jenkins-!-error-color");

    private final String icon;
    private final String colour;

    ReportVerdict(String icon, String colour) {
        this.icon = icon;
        this.colour = colour;
    }

    /** A symbol of the ionicons plugin. */
    public String getIcon() {
        return icon;
    }

    /** A class of Jenkins's design library, empty for the normal colour of text. */
    public String getColour() {
        return colour;
    }

    /** The word for people. */
    public String getWord() {
        return switch (this) {
            case RUNNING -> Messages.ReportVerdict_running();
            case WAITING -> Messages.ReportVerdict_waiting();
            case PASSED -> Messages.ReportVerdict_passed();
            case WARNED -> Messages.ReportVerdict_warned();
            case FAILED -> Messages.ReportVerdict_failed();
        };
    }
}
