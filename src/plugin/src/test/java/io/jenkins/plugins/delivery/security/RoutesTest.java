package io.jenkins.plugins.delivery.security;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Run;
import hudson.util.FormValidation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** Generated from the classes, so that a new route is tested without anyone remembering it. */
class RoutesTest {
    private static final Routes ROUTES = Routes.under(Path.of("target/classes"));

    @TestFactory
    Stream<DynamicTest> item_01_every_route_has_exactly_one_verb() {
        return tests(route -> assertThat(route.verbs()).hasSize(1));
    }

    @TestFactory
    Stream<DynamicTest> item_01_every_route_of_a_form_is_a_post() {
        return tests(route -> {
            if (route.name().matches("do(Check|Fill|AutoComplete|Test|Validate).*")) {
                assertThat(route.verbs()).containsExactly("POST");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> item_01_what_is_read_is_called_so() {
        return tests(route -> {
            if (route.verbs().contains("GET")) {
                assertThat(route.name()).matches("do(Json|Dora|Csv|Sarif|Index|Findings|Download\\w*)");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> item_02_every_route_checks_a_permission_first() {
        return tests(route ->
                assertThat(route.checksPermissionFirst()).as(route.toString()).isTrue());
    }

    @Test
    void item_02_no_answer_about_a_permission_is_thrown_away() {
        assertThat(ROUTES.answersThrownAway()).isEmpty();
    }

    @Test
    void there_are_routes_to_test() {
        assertThat(ROUTES.all())
                .extracting(Routes.Route::name)
                .contains("doApprove", "doReject", "doJson", "doFillCredentialsIdItems");
    }

    @Test
    void a_route_without_a_verb_is_found() {
        assertThat(route("doForgotten").verbs()).isEmpty();
    }

    @Test
    void a_route_that_checks_too_late_is_found() {
        assertThat(route("doLate").checksPermissionFirst()).isFalse();
        assertThat(route("doForgotten").checksPermissionFirst()).isFalse();
        assertThat(route("doWell").checksPermissionFirst()).isTrue();
        assertThat(route("doWellElsewhere").checksPermissionFirst()).isTrue();
    }

    @Test
    void a_method_with_a_url_of_its_own_is_a_route() {
        assertThat(Routes.of(Bad.class).all()).extracting(Routes.Route::name).contains("named");
    }

    @Test
    void an_answer_that_is_thrown_away_is_found() {
        assertThat(Routes.of(Bad.class).answersThrownAway())
                .hasSize(1)
                .first()
                .asString()
                .endsWith("doIgnoring");
    }

    private static Stream<DynamicTest> tests(java.util.function.Consumer<Routes.Route> check) {
        return ROUTES.all().stream().map(route -> DynamicTest.dynamicTest(route.toString(), () -> check.accept(route)));
    }

    private static Routes.Route route(String name) {
        List<Routes.Route> found = Routes.of(Bad.class).all().stream()
                .filter(route -> route.name().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** What the tests above have to tell apart. */
    @SuppressWarnings("unused")
    static class Bad {
        private Run<?, ?> run;

        public FormValidation doForgotten() {
            return FormValidation.ok(run.getDisplayName().trim());
        }

        @POST
        public void doLate() {
            System.setProperty("changed", "already");
            run.checkPermission(Item.READ);
        }

        @POST
        public void doWell() {
            run.checkPermission(Item.READ);
            System.setProperty("changed", "now");
        }

        @POST
        public void doWellElsewhere() {
            check(run);
            System.setProperty("changed", "now");
        }

        @POST
        public void doIgnoring() {
            run.hasPermission(Item.READ);
        }

        @GET
        @WebMethod(name = "named")
        public void named() {
            run.checkPermission(Item.READ);
        }

        private static void check(Run<?, ?> run) {
            run.checkPermission(Item.READ);
        }
    }
}
