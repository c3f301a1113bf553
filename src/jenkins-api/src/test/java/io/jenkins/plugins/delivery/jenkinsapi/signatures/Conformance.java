package io.jenkins.plugins.delivery.jenkinsapi.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says where one of our classes differs from what Jenkins has. */
final class Conformance {
    /** Where our own code lives. */
    private static final String OURS = "io/jenkins/plugins/delivery/";

    private final RecordedSignatures recorded;

    Conformance(RecordedSignatures recorded) {
        this.recorded = recorded;
    }

    List<String> violations(ApiClass ours) {
        if (!ours.visible || ours.name.startsWith(OURS) || ours.name.endsWith("package-info")) {
            return List.of();
        }
        Optional<RecordedType> real = recorded.type(ours.name);
        return real.isPresent() ? compare(ours, real.orElseThrow()) : List.of(ours.name + " does not exist in Jenkins");
    }

    private List<String> compare(ApiClass ours, RecordedType real) {
        List<String> found = new ArrayList<>();
        differ(found, ours.name, "kind", ours.isInterface, real.isInterface());
        differ(found, ours.name, "modifiers", classFlags(ours.flags, ours), classFlags(real.flags(), ours));
        ours.facts.forEach((fact, value) ->
                differ(found, ours.name, fact, value, real.facts().get(fact)));
        Set<String> above = recorded.hierarchy(ours.name);
        ours.supertypes.stream()
                .filter(each -> !above.contains(each))
                .forEach(each -> found.add(ours.name + " is no " + each + " in Jenkins"));
        ours.members.forEach((member, flags) -> compareMember(found, ours, member, flags, real));
        return found;
    }

    private void compareMember(List<String> found, ApiClass ours, String member, String flags, RecordedType real) {
        Optional<String> declared = real.member(member);
        if (declared.isPresent()) {
            differ(found, ours.name + "." + member, "modifiers", flags, declared.orElseThrow());
        } else if (member.startsWith("<init>") || flags.contains("s")) {
            found.add(ours.name + "." + member + " does not exist in Jenkins");
        } else if (recorded.resolve(ours.name, member).isEmpty()) {
            found.add(ours.name + "." + member + " does not exist in Jenkins, nor above it");
        }
    }

    /** Interfaces are abstract in class files whether they say so or not; enums with bodies differ between compilers. */
    private static String classFlags(String flags, ApiClass ours) {
        boolean lenient = ours.isInterface || ours.supertypes.contains("java/lang/Enum");
        return lenient ? flags.replaceAll("[asf]", "") : flags.replace("s", "");
    }

    private static void differ(List<String> found, String where, String what, Object ours, Object real) {
        if (!ours.equals(real)) {
            found.add(where + ": " + what + " " + ours + ", in Jenkins " + real);
        }
    }

    /** All violations of the class files in {@code classes}, by name of class file. */
    List<String> violations(Map<String, byte[]> classes) {
        return classes.values().stream()
                .map(ApiClass::read)
                .flatMap(each -> violations(each).stream())
                .toList();
    }
}
