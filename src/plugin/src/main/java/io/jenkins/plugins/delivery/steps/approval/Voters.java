package io.jenkins.plugins.delivery.steps.approval;

import hudson.model.User;
import io.jenkins.plugins.delivery.engine.approval.Voter;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** People as the security realm knows them now. */
final class Voters {
    private Voters() {}

    /**
     * @param authentication of the request, which carries the groups that the realm reported at login
     */
    static Voter of(User user, Authentication authentication) {
        Set<String> groups = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null)
                .collect(Collectors.toSet());
        return new Voter(User.idStrategy().keyFor(user.getId()), user.getFullName(), groups);
    }
}
