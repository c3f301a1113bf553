package io.jenkins.plugins.delivery.rehearsal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SandboxTest {
    @TempDir
    Path folder;

    private Path secret;

    @BeforeEach
    void hide() throws Exception {
        secret = folder.resolve("secret.txt");
        Files.writeString(secret, "top-secret-content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo new File('SECRET').text",
                "echo(['SECRET'] as File).text",
                "echo new File(*['SECRET']).text",
                "echo 'SECRET'.execute(*[]).text",
                "File f = ['SECRET']\necho f.text",
                "echo 'cat SECRET'.execute().text",
                "echo Class.forName('java.lang.Runtime').getRuntime().toString()",
                "echo this.class.classLoader.toString()",
                "echo \"${new GroovyShell().evaluate('1')}\"",
                "def c = { currentBuild }\nc.delegate = currentBuild\necho c.invokeMethod('getRawBuild', new Object[0]).toString()",
                "def c = { rawBuild }\nc.delegate = currentBuild\nc.resolveStrategy = Closure.DELEGATE_ONLY\necho c().toString()",
                "def m = currentBuild.&getRawBuild\necho m().toString()",
                "@NonCPS def read() { new File('SECRET').text }\necho read()",
                "class X extends File { X() { super('SECRET') } }\necho new X().text",
                "echo \"${['a'].collect(new File('SECRET').&getText)}\"",
                "this.run(new File('SECRET'), new String[0])",
                "[].metaClass.foo = { 1 }",
                "this.metaClass.foo = { 1 }",
                "System.exit(1)",
                "jenkins.model.Jenkins.get().rootDir",
                "echo steps.class.classLoader.toString()",
                "echo Eval.me('1').toString()",
                "new ProcessBuilder('true').start()"
            })
    void item23WhatReachesBeyondThePipelineIsRefused(String attempt) throws Exception {
        PipelineOutcome outcome = Rehearse.script(folder.resolve("home"), attempt.replace("SECRET", secret.toString()));
        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.text()).doesNotContain("top-secret-content");
        assertThat(outcome.cause())
                .satisfiesAnyOf(
                        cause -> assertThat(cause)
                                .isInstanceOf(
                                        org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException.class),
                        cause -> assertThat(cause).isInstanceOf(groovy.lang.MissingMethodException.class),
                        cause -> assertThat(cause).isInstanceOf(groovy.lang.MissingPropertyException.class),
                        cause -> assertThat(cause).isInstanceOf(ClassCastException.class));
    }

    @Test
    void theSameIsAllowedWithoutSandbox() throws Exception {
        PipelineOutcome outcome = Rehearse.script(
                folder.resolve("home"), "echo new File('" + secret + "').text", request -> request.sandbox(false));
        assertThat(outcome.text()).contains("top-secret-content");
    }
}
