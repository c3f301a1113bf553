package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {
    @Test
    void allowsNamesAndEverythingBelowOne() {
        HostPolicy policy = HostPolicy.only(List.of("staging.example.com", "*.shop.example.com"));
        assertThat(policy.refuse("Staging.Example.com", 443)).isEmpty();
        assertThat(policy.refuse("a.b.shop.example.com", 443)).isEmpty();
        assertThat(policy.refuse("shop.example.com", 443)).isPresent();
        assertThat(policy.refuse("evilshop.example.com", 443)).isPresent();
        assertThat(policy.refuse("example.com", 443)).hasValueSatisfying(why -> assertThat(why)
                .contains("the controller may not contact example.com:443")
                .contains("allowed by the administrator: staging.example.com, *.shop.example.com"));
        HostPolicy onePort = HostPolicy.only(List.of("localhost:8080"));
        assertThat(onePort.refuse("localhost", 8080)).isEmpty();
        assertThat(onePort.refuse("localhost", 22)).isPresent();
        assertThat(HostPolicy.any().refuse("anything", 443)).isEmpty();
        assertThat(HostPolicy.only(List.of()).refuse("localhost", 443)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.1.1",
                "100.100.100.200",
                "192.0.0.192",
                "0.0.0.0",
                "224.0.0.1",
                "fe80::1",
                "::",
                "fd00:ec2::254",
                "::ffff:169.254.169.254"
            })
    void neverContactsLinkLocalAndMetadataAddresses(String address) throws UnknownHostException {
        assertThat(ForbiddenAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "2001:db8::1"})
    void leavesOtherAddressesToTheAdministrator(String address) throws UnknownHostException {
        assertThat(ForbiddenAddresses.contain(InetAddress.getByName(address))).isFalse();
    }
}
