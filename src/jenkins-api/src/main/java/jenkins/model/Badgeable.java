package jenkins.model;

import jenkins.management.Badge;

/** What may have a badge. */
public interface Badgeable {
    default Badge getBadge() {
        return null;
    }
}
