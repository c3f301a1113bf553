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
    private static final String OF_A_FORM = "do(Check|Fill|AutoComplete)[A-Z].*";
    private static final Routes ROUTES = Routes.under(Path.of("target/classes"));

    @TestFactory
    Stream<DynamicTest> item_01_every_route_has_exactly_one_verb() {
        return tests(route -> assertThat(route.verbs()).hasSize(1));
    }

    @TestFactory
    Stream<DynamicTest> item_01_every_route_of_a_form_is_a_post() {
        return tests(route -> {
            if (route.name().matches(OF_A_FORM)) {
                assertThat(route.verbs()).containsExactly("POST");
            }
        });
    }

    /** Stapler answers 405 to a GET of what has {@code RequirePOST}, and looks for another route where {@code POST} stands. */
    @TestFactory
    Stream<DynamicTest> item_01_get_instead_of_post_is_refused_by_every_route_that_changes_something() {
        return tests(route -> {
            if (!route.verbs().contains("GET") && !route.name().matches(OF_A_FORM)) {
                assertThat(route.verbs()).containsExactly("RequirePOST");
            }
        });
    }

    @Test
    void item_01_a_missing_crumb_is_excused_by_no_route() {
        assertThat(ROUTES.subtypesOf("hudson.security.csrf.CrumbExclusion")).isEmpty();
    }

    @Test
    void item_02_no_page_is_open_to_those_who_may_not_read_jenkins() {
        assertThat(ROUTES.subtypesOf("hudson.model.UnprotectedRootAction")).isEmpty();
    }

    @Test
    void item_25_no_part_of_an_address_is_an_id_but_those_that_stapler_knows() {
        assertThat(ROUTES.withPartsOfAddresses()).isEmpty();
        assertThat(Routes.of(Bad.class).withPartsOfAddresses())
                .singleElement()
                .asString()
                .endsWith("getVote");
    }

    @TestFactory
    Stream<DynamicTest> item_01_what_is_read_is_called_so() {
        return tests(route -> {
            if (route.verbs().contains("GET")) {
                assertThat(route.name()).matches("do(Json|Dora|Csv|Sarif|Index|Findings|Summary|Entries|Download\\w*)");
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
    void what_is_of_a_type_is_found_also_through_others() {
        assertThat(Routes.of(Bad.Reader.class, Bad.Other.class).subtypesOf("java.io.Reader"))
                .hasSize(2);
        assertThat(ROUTES.subtypesOf("hudson.model.RootAction")).isNotEmpty();
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

        abstract static class Reader extends java.io.Reader {}

        abstract static class Other extends Reader {}

        public Run<?, ?> getVote(String id) {
            return run.getDisplayName().equals(id) ? run : null;
        }

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
