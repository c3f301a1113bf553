package io.jenkins.plugins.delivery.config;

/** How a target of notifications is spoken to. */
public enum NotificationTargetType {
    /** JSON, signed with a shared secret. */
    WEBHOOK,
    /** An incoming webhook of Slack, or of a chat that understands the same. */
    SLACK,
    /** A workflow of Microsoft Teams that takes webhooks. */
    TEAMS,
    /** E-mail, through the settings of the plugin {@code mailer}. */
    EMAIL
}
