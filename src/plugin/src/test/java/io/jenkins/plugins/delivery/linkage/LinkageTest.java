package io.jenkins.plugins.delivery.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.jenkinsapi.signatures.RecordedSignatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class LinkageTest {
    private final RecordedSignatures recorded;

    LinkageTest() throws Exception {
        recorded = RecordedSignatures.read(
                Path.of(LinkageTest.class.getResource("/recorded/README.txt").toURI())
                        .getParent());
    }

    @Test
    void eachReferenceOfThePluginAndOfTheEngineLinksInARealJenkins() throws Exception {
        List<byte[]> classFiles = classFiles(Path.of("target/classes"));
        int ofThePlugin = classFiles.size();
        classFiles.addAll(classFiles(Path.of("../engine/target/classes")));
        assertThat(ofThePlugin).isGreaterThan(20);
        assertThat(classFiles).hasSizeGreaterThan(ofThePlugin + 50);

        Linkage linkage = new Linkage(recorded, classFiles);

        assertThat(linkage.references()).isGreaterThan(200);
        assertThat(linkage.violations()).isEmpty();
    }

    @Test
    void aCallOfAnInventedMethodIsFound() {
        assertThat(violations(calling("hudson/model/Run", "invented", "()V")))
                .containsExactly("a/Caller uses hudson/model/Run.invented()V, which Jenkins does not have");
    }

    @Test
    void aCallWithAnotherResultIsFound() {
        assertThat(violations(calling("hudson/model/Run", "getNumber", "()J"))).hasSize(1);
        assertThat(violations(calling("hudson/model/Run", "getNumber", "()I"))).isEmpty();
    }

    @Test
    void aCallOfAnInheritedMethodLinks() {
        assertThat(violations(calling("hudson/model/Run", "getAction", "(Ljava/lang/Class;)Lhudson/model/Action;")))
                .isEmpty();
        assertThat(violations(
                        calling("a/Caller", "getContext", "()Lorg/jenkinsci/plugins/workflow/steps/StepContext;")))
                .isEmpty();
    }

    @Test
    void aMemberThatOurOwnClassWouldHaveToInheritIsFound() {
        assertThat(violations(calling("a/Caller", "invented", "()V")))
                .containsExactly("a/Caller uses a/Caller.invented()V, which Jenkins does not have");
    }

    @Test
    void anInventedTypeIsFound() {
        assertThat(violations(calling("hudson/model/Invention", "get", "()V")))
                .contains("a/Caller uses hudson/model/Invention, which Jenkins does not have");
    }

    @Test
    void aMissingImplementationIsFound() {
        assertThat(violations(caller(Opcodes.ACC_PUBLIC).toByteArray()))
                .containsExactly(
                        "a/Caller does not implement org/jenkinsci/plugins/workflow/steps/StepExecution.start()Z");
    }

    @Test
    void anOverriddenFinalMethodIsFound() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
                "a/Caller",
                null,
                "hudson/model/InvisibleAction",
                null);
        writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "getDisplayName", "()Ljava/lang/String;", null, null);
        writer.visitEnd();
        assertThat(violations(writer.toByteArray())).singleElement().asString().contains("which is final in Jenkins");
    }

    private List<String> violations(byte[] classFile) {
        return new Linkage(recorded, List.of(classFile)).violations();
    }

    private static byte[] calling(String owner, String method, String descriptor) {
        ClassWriter writer = caller(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "call", "(L" + owner + ";)V", null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, method, descriptor, false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(2, 1);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static ClassWriter caller(int access) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, access, "a/Caller", null, "org/jenkinsci/plugins/workflow/steps/StepExecution", null);
        return writer;
    }

    private static List<byte[]> classFiles(Path root) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                files.add(Files.readAllBytes(each));
            }
        }
        return files;
    }
}
