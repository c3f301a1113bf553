package io.jenkins.plugins.delivery.rehearsal.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverloadsTest {
    static Stream<Arguments> calls() {
        List<Integer> list = new ArrayList<>(List.of(4, 2, 9));
        return Stream.of(
                // as recorded on a real Jenkins
                Arguments.of(
                        "intersect",
                        new Object[] {list, list},
                        "[interface java.util.List, interface java.lang.Iterable]"),
                Arguments.of("max", new Object[] {list}, "[interface java.util.Collection]"),
                Arguments.of("multiply", new Object[] {list, 3}, "[interface java.util.List, class java.lang.Number]"),
                Arguments.of("head", new Object[] {list}, "[interface java.util.List]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void theMemberThatIsReachedDoesNotDependOnTheOrderOfReflection(String name, Object[] args, String expected) {
        List<Method> candidates = new ArrayList<>(Arrays.stream(DefaultGroovyMethods.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .toList());
        assertThat(candidates).hasSizeGreaterThan(1);
        for (int turn = 0; turn < candidates.size(); turn++) {
            Collections.rotate(candidates, 1);
            assertThat(reached(candidates, args)).isEqualTo(expected);
            assertThat(reached(reversed(candidates), args)).isEqualTo(expected);
        }
    }

    private static String reached(List<Method> candidates, Object[] args) {
        return Arrays.toString(Overloads.closest(candidates, args).getParameterTypes());
    }

    private static List<Method> reversed(List<Method> methods) {
        List<Method> reversed = new ArrayList<>(methods);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void anArrayAloneGathersNoArguments() {
        List<Method> candidates = List.of(DefaultGroovyMethods.class.getMethods()).stream()
                .filter(method -> method.getName().equals("sum"))
                .toList();

        assertThat(Overloads.closest(candidates, new Object[] {Map.of("a", 1), new Object()}))
                .isNull();
    }
}
