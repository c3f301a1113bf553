package io.jenkins.plugins.delivery.jenkinsapi.signatures;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded class or interface.
 *
 * @param name with slashes, as in class files
 * @param flags the modifiers, one character each: {@code +} public, {@code #} protected, {@code s} static, {@code f} final,
 *     {@code a} abstract, {@code t} transient, {@code v} volatile
 * @param supertypes superclass and interfaces
 * @param members flags by name and descriptor; fields have a colon between both
 * @param facts {@code retention} and {@code target} of annotation types; {@code from}, the plugin that brings it, if any
 */
public record RecordedType(
        String name,
        boolean isInterface,
        String flags,
        List<String> supertypes,
        Map<String, String> members,
        Map<String, String> facts) {
    public RecordedType {
        supertypes = List.copyOf(supertypes);
        members = Map.copyOf(members);
        facts = Map.copyOf(facts);
    }

    /** The id of the plugin that brings this type; empty for those of the core. */
    public Optional<String> plugin() {
        return Optional.ofNullable(facts.get("from"));
    }

    /** The flags of a member that this type declares itself. */
    public Optional<String> member(String key) {
        return Optional.ofNullable(members.get(key));
    }
}
