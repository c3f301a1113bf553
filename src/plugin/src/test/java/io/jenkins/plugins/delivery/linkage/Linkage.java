package io.jenkins.plugins.delivery.linkage;

import io.jenkins.plugins.delivery.jenkinsapi.signatures.RecordedSignatures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/** Says what would not link in a real Jenkins. */
final class Linkage {
    private static final Pattern JENKINS = Pattern.compile(
            "(hudson|jenkins|org/jenkinsci|org/kohsuke/(stapler|accmod)|com/cloudbees/plugins|net/sf/json"
                    + "|io/jenkins/plugins/checks)/.*");

    private final RecordedSignatures recorded;
    private final Map<String, ClassFile> ours = new TreeMap<>();

    Linkage(RecordedSignatures recorded, Collection<byte[]> classFiles) {
        this.recorded = recorded;
        classFiles.stream().map(ClassFile::new).forEach(each -> ours.put(each.name, each));
    }

    static boolean isJenkins(String type) {
        return JENKINS.matcher(type).matches();
    }

    /** How many references to Jenkins there are. */
    long references() {
        return ours.values().stream()
                .flatMap(each -> each.references.stream())
                .filter(each -> isJenkins(each.owner()))
                .count();
    }

    List<String> violations() {
        List<String> found = new ArrayList<>();
        for (ClassFile each : ours.values()) {
            each.types.stream()
                    .filter(type -> isJenkins(type) && recorded.type(type).isEmpty())
                    .forEach(type -> found.add(each.name + " uses " + type + ", which Jenkins does not have"));
            each.references.stream()
                    .filter(reference -> !links(reference))
                    .forEach(
                            reference -> found.add(each.name + " uses " + reference + ", which Jenkins does not have"));
            checkInheritance(each, found);
        }
        return found;
    }

    private boolean links(MemberReference reference) {
        if (isJenkins(reference.owner())) {
            return reference.isConstructor()
                    ? recorded.type(reference.owner())
                            .flatMap(type -> type.member(reference.member()))
                            .isPresent()
                    : recorded.resolve(reference.owner(), reference.member()).isPresent();
        }
        ClassFile owner = ours.get(reference.owner());
        return owner == null || reference.isConstructor() || inherits(owner, reference.member());
    }

    /** Whether one of our classes declares a member or gets it from anywhere above. */
    private boolean inherits(ClassFile type, String member) {
        for (String each : hierarchy(type)) {
            ClassFile own = ours.get(each);
            boolean found = own != null
                    ? own.members.containsKey(member)
                    : recorded.resolve(each, member).isPresent();
            if (found) {
                return true;
            }
        }
        return false;
    }

    private Set<String> hierarchy(ClassFile type) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type.name));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (seen.add(next)) {
                ClassFile own = ours.get(next);
                open.addAll(own == null ? recorded.hierarchy(next) : own.supertypes);
            }
        }
        return seen;
    }

    /** What Jenkins declares abstract must be there, and what it declares final must not be declared anew. */
    private void checkInheritance(ClassFile type, List<String> found) {
        Set<String> above = hierarchy(type);
        for (String each : above) {
            recorded.type(each)
                    .map(jenkins -> jenkins.members())
                    .orElse(Map.of())
                    .forEach((member, flags) -> {
                        if (flags.contains("a") && !type.isAbstract && !isImplemented(above, member)) {
                            found.add(type.name + " does not implement " + each + "." + member);
                        }
                        boolean method = member.indexOf('(') > 0 && !member.startsWith("<");
                        if (method && flags.contains("f") && !flags.contains("s") && type.members.containsKey(member)) {
                            found.add(type.name + " overrides " + each + "." + member + ", which is final in Jenkins");
                        }
                    });
        }
    }

    private boolean isImplemented(Set<String> above, String member) {
        for (String each : above) {
            ClassFile own = ours.get(each);
            if (own != null) {
                Integer access = own.members.get(member);
                if (access != null && (access & Opcodes.ACC_ABSTRACT) == 0) {
                    return true;
                }
            } else if (isConcrete(each, member)) {
                return true;
            }
        }
        return false;
    }

    private boolean isConcrete(String type, String member) {
        Optional<String> flags = recorded.type(type).isPresent()
                ? recorded.type(type).orElseThrow().member(member)
                : recorded.resolve(type, member);
        return flags.isPresent() && !flags.orElseThrow().contains("a");
    }
}
