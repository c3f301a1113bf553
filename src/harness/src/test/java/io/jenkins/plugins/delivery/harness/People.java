package io.jenkins.plugins.delivery.harness;

import hudson.model.Item;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Those who may look, and one who may approve as well. */
record People(JenkinsRule jenkins) {
    static People of(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, DeliveryPermissions.VIEW)
                .everywhere()
                .to("developer", "approver")
                .grant(DeliveryPermissions.APPROVE)
                .everywhere()
                .to("approver"));
        return new People(jenkins);
    }

    /** The status with which the approval of the gate of the first build is answered. */
    int approve(String user, String job) throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            client.login(user).withThrowExceptionOnFailingStatusCode(false);
            WebRequest vote = new WebRequest(
                    client.createCrumbedUrl("job/" + job + "/1/approval-production/approve"), HttpMethod.POST);
            vote.setRequestParameters(List.of(new NameValuePair("reason", "The checks passed.")));
            return client.loadWebResponse(vote).getStatusCode();
        }
    }
}
