package io.jenkins.plugins.delivery.jenkinsapi.signatures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What others see of one of our classes. */
final class ApiClass extends ClassVisitor {
    String name = "";
    boolean visible = true;
    boolean isInterface;
    String flags = "";
    final List<String> supertypes = new ArrayList<>();
    final Map<String, String> members = new LinkedHashMap<>();
    final Map<String, String> facts = new LinkedHashMap<>();

    private ApiClass() {
        super(Opcodes.ASM9);
    }

    static ApiClass read(byte[] classFile) {
        ApiClass read = new ApiClass();
        new ClassReader(classFile).accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return read;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        flags = LibraryMembers.flags(access);
        visible = isVisible(access);
        if (!isInterface && !superName.equals("java/lang/Object")) {
            supertypes.add(superName);
        }
        supertypes.addAll(List.of(interfaces));
    }

    @Override
    public void visitInnerClass(String inner, String outer, String innerName, int access) {
        if (inner.equals(name)) {
            visible = outer != null && isVisible(access);
        }
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        add(access, name + ":" + descriptor, fieldFlags(access));
        return null;
    }

    private static String fieldFlags(int access) {
        return LibraryMembers.flags(access)
                + ((access & Opcodes.ACC_TRANSIENT) != 0 ? "t" : "")
                + ((access & Opcodes.ACC_VOLATILE) != 0 ? "v" : "");
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        add(access, name + descriptor, LibraryMembers.flags(access));
        return null;
    }

    private void add(int access, String key, String memberFlags) {
        if (isVisible(access) && (access & Opcodes.ACC_SYNTHETIC) == 0) {
            members.put(key, memberFlags);
        }
    }

    private static boolean isVisible(int access) {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean runtime) {
        String fact = descriptor.equals("Ljava/lang/annotation/Retention;")
                ? "retention"
                : descriptor.equals("Ljava/lang/annotation/Target;") ? "target" : null;
        return fact == null ? null : new FactVisitor(fact);
    }

    /** Collects the names of enum constants. */
    private final class FactVisitor extends AnnotationVisitor {
        private final String fact;
        private final List<String> constants = new ArrayList<>();

        FactVisitor(String fact) {
            super(Opcodes.ASM9);
            this.fact = fact;
        }

        @Override
        public void visitEnum(String name, String descriptor, String value) {
            constants.add(value);
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            return this;
        }

        @Override
        public void visitEnd() {
            facts.put(fact, String.join(" ", constants.stream().sorted().toList()));
        }
    }
}
