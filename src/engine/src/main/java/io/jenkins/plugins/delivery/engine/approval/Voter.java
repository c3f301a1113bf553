package io.jenkins.plugins.delivery.engine.approval;

import java.util.Objects;
import java.util.Set;

/**
 * A person as the server knows them at the moment they decide.
 *
 * @param id canonical user id, compared as it is
 * @param name what people call them
 * @param groups every group and role that the realm reports for them now
 */
public record Voter(String id, String name, Set<String> groups) {
    public Voter {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("A voter needs a user id.");
        }
        name = name == null || name.isBlank() ? id : name;
        groups = Set.copyOf(groups);
    }
}
