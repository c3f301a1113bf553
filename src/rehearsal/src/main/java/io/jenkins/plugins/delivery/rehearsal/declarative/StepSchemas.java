package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps and tools of this Jenkins take, as far as a validator needs to know. */
public interface StepSchemas {
    /** The schema of a step, empty if there is no such step. */
    Optional<Schema> step(String function);

    /** All names that may be called as a step, for suggestions. */
    Set<String> stepNames();

    /** Names of the installations of each type of tool. */
    default Map<String, List<String>> tools() {
        return Map.of("git", List.of("Default"), "jdk", List.of(), "maven", List.of());
    }

    /**
     * True to help whoever writes the pipeline: names of steps are checked before anything runs, and this machine stands for agents in
     * containers and for tools that nobody has configured. False to do exactly what Jenkins does.
     */
    default boolean helpful() {
        return false;
    }

    /** Names that may be called beside steps: symbols, variables of libraries. */
    default Set<String> otherNames() {
        return Set.of();
    }

    /**
     * The arguments of a step or of another described object.
     *
     * @param checked false if arguments cannot be checked (steps that take a map of branches or a described object)
     * @param body true if the step runs a block
     * @param parameters in the order in which Jenkins lists them
     */
    record Schema(String symbol, boolean checked, boolean body, List<Parameter> parameters) {
        public Schema {
            parameters = List.copyOf(parameters);
        }

        Optional<Parameter> parameter(String name) {
            return parameters.stream().filter(one -> one.name().equals(name)).findFirst();
        }

        /** The argument that may be given without its name. */
        Optional<Parameter> sole() {
            List<Parameter> required =
                    parameters.stream().filter(Parameter::required).toList();
            if (required.size() == 1) {
                return Optional.of(required.get(0));
            }
            return required.isEmpty() && parameters.size() == 1 ? Optional.of(parameters.get(0)) : Optional.empty();
        }
    }

    /** One argument: its name, its type with generics erased, and whether it must be given. */
    record Parameter(String name, Class<?> type, boolean required) {
        static Parameter required(String name, Class<?> type) {
            return new Parameter(name, type, true);
        }

        static Parameter optional(String name, Class<?> type) {
            return new Parameter(name, type, false);
        }
    }
}
