package io.jenkins.plugins.delivery.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import org.junit.jupiter.api.Test;

class SharedClientTest {
    private final SharedClient.Pool pool = new SharedClient.Pool();

    @Test
    void whoeverIsTheSameAtTheSameServerSharesOneClientUntilTheLastIsDone() {
        SharedClient one = pool.open(config("https://a.example.com", "token"));
        SharedClient other = pool.open(config("https://a.example.com", "token"));

        assertThat(other.client()).isSameAs(one.client());
        one.close();
        one.close();
        assertThat(pool.size()).isEqualTo(1);
        other.close();
        assertThat(pool.size()).isZero();
    }

    @Test
    void anotherServerOrAnotherCredentialIsAnotherClient() {
        SharedClient one = pool.open(config("https://a.example.com", "token"));
        SharedClient elsewhere = pool.open(config("https://b.example.com", "token"));
        SharedClient somebody = pool.open(config("https://a.example.com", "secret"));

        assertThat(pool.size()).isEqualTo(3);
        assertThat(somebody.client()).isNotSameAs(one.client());
        one.close();
        elsewhere.close();
        somebody.close();
        assertThat(pool.size()).isZero();
    }

    private static Config config(String server, String token) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(server)
                .withOauthToken(token)
                .build();
    }
}
