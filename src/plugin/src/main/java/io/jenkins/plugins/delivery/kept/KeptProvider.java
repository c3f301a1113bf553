package io.jenkins.plugins.delivery.kept;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.MetricProviderType;
import java.util.Objects;

/**
 * A metric provider of the settings, as it was when a rollout began.
 *
 * @param credentialsId id of the credential; never what is in it
 */
public record KeptProvider(
        String name,
        MetricProviderType type,
        @CheckForNull String url,
        @CheckForNull String credentialsId,
        @CheckForNull String headers,
        @CheckForNull String jsonPath) {

    static KeptProvider of(MetricProviderSettings provider) {
        return new KeptProvider(
                provider.getName(),
                provider.getType(),
                provider.getUrl(),
                provider.getCredentialsId(),
                provider.getHeaders(),
                provider.getJsonPath());
    }

    /** Whether it is asked at the same place; its credential may have been replaced. */
    boolean isAt(MetricProviderSettings now) {
        return type == now.getType() && Objects.equals(url, now.getUrl());
    }

    MetricProviderSettings settings() {
        MetricProviderSettings settings = new MetricProviderSettings(name);
        settings.setType(type);
        settings.setUrl(url);
        settings.setCredentialsId(credentialsId);
        settings.setHeaders(headers);
        settings.setJsonPath(jsonPath);
        return settings;
    }
}
