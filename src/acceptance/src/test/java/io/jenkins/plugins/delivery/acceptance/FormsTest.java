package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the fields of our forms ask of the server: checks, choices and test buttons, found among the classes that are loaded. */
@ExtendWith(WithJenkins.class)
@NeedsWar("asks as people with each permission")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsTest {
    private static final String JOB = "forms";
    private static final List<String> NOT_ADMINISTRATORS = List.of("", "reader", "developer", "approver");

    private RealJenkins jenkins;
    private List<Field> fields;

    /** @param strict whether it refuses by status, since it does more than to look at a text */
    private record Field(String path, boolean strict, List<String> parameters) {
        static Field of(String line) {
            String[] words = line.split(" ", -1);
            return new Field(words[0], Boolean.parseBoolean(words[1]), List.of(words[2].split(",")));
        }

        Map<String, String> form(String value) {
            Map<String, String> form = new LinkedHashMap<>();
            parameters.stream().filter(name -> !name.isEmpty()).forEach(name -> form.put(name, value));
            return form;
        }
    }

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
        new Builds(jenkins.as("admin")).job(JOB, "echo 'forms'");
        fields = jenkins.as("admin").script("""
                import org.kohsuke.stapler.*
                ExtensionList.lookup(hudson.model.Descriptor).findAll { it.getClass().name.startsWith('io.jenkins.plugins.delivery.') }.each { d ->
                  d.getClass().methods.findAll { it.name ==~ /do[A-Z].*/ && it.declaringClass.name.startsWith('io.jenkins.plugins.delivery.') }.each { m ->
                    def names = m.parameters.findAll { it.isAnnotationPresent(QueryParameter) }.collect {
                      it.getAnnotation(QueryParameter).value() ?: it.name
                    }
                    def strict = m.isAnnotationPresent(org.kohsuke.stapler.interceptor.RequirePOST)
                    println d.descriptorUrl + '/' + m.name.substring(2, 3).toLowerCase() + m.name.substring(3) + ' ' + strict + ' ' + names.join(',')
                  }
                }
                null
                """).lines().map(Field::of).toList();
    }

    @Test
    void thereAreSome() {
        assertThat(fields).anyMatch(Field::strict).hasSizeGreaterThan(40);
    }

    @Test
    void nobodyElseLearnsOrTriesAnything() {
        List<String> wrong = new ArrayList<>();
        for (Field field : fields) {
            for (String account : NOT_ADMINISTRATORS) {
                JenkinsClient.Answer answer = jenkins.as(account).post(field.path(), field.form("no such: value"));
                if (!isRefused(answer) && (field.strict() || account.isEmpty() || !saysNothing(answer))) {
                    wrong.add(account + " gets " + answer.status() + " from " + field.path() + ": " + start(answer));
                }
                JenkinsClient.Answer onTheJob =
                        jenkins.as(account).post("job/" + JOB + "/" + field.path(), field.form("no such: value"));
                if (!isRefused(onTheJob) && (field.strict() || account.isEmpty() || !saysNothing(onTheJob))) {
                    wrong.add(account + " gets " + onTheJob.status() + " on the job from " + field.path() + ": "
                            + start(onTheJob));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void administratorsAreAnswered() {
        for (Field field : fields) {
            JenkinsClient.Answer answer = jenkins.as("admin").post(field.path(), field.form(""));
            assertThat(answer.status()).as(field + ": " + start(answer)).isEqualTo(200);
        }
    }

    @Test
    void noneAnswersToAGet() {
        for (Field field : fields) {
            assertThat(jenkins.as("admin").get(field.path()).status())
                    .as(field.path())
                    .isIn(404, 405);
        }
    }

    private static String start(JenkinsClient.Answer answer) {
        return answer.body().substring(0, Math.min(120, answer.body().length()));
    }

    private static boolean isRefused(JenkinsClient.Answer answer) {
        return List.of(401, 403, 404).contains(answer.status());
    }

    /** A check that finds nothing wrong, or choices that are none but what was sent. */
    private static boolean saysNothing(JenkinsClient.Answer answer) {
        String body = answer.body();
        return body.equals("<div/>")
                || body.isEmpty()
                || !body.replace("no such: value", "").matches("(?s).*\"value\":\"[^\"].*");
    }
}
