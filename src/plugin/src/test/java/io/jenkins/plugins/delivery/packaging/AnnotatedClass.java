package io.jenkins.plugins.delivery.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The annotations of a class that packaging is about, and whether Jenkins can make an instance. */
final class AnnotatedClass extends ClassVisitor {
    String name = "";
    int access;
    boolean inner;
    boolean defaultConstructor;
    final Set<String> annotations = new TreeSet<>();

    /** Data-bound constructors that do not say how their parameters are called. */
    final List<String> nameless = new ArrayList<>();

    private AnnotatedClass() {
        super(Opcodes.ASM9);
    }

    static AnnotatedClass read(byte[] classFile) {
        AnnotatedClass read = new AnnotatedClass();
        new ClassReader(classFile).accept(read, ClassReader.SKIP_CODE);
        return read;
    }

    boolean has(String annotation) {
        return annotations.contains(annotation);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = Type.getObjectType(name).getClassName();
        this.access = access;
    }

    @Override
    public void visitInnerClass(String inner, String outer, String innerName, int access) {
        if (Type.getObjectType(inner).getClassName().equals(name)) {
            this.access = access;
            this.inner = (access & Opcodes.ACC_STATIC) == 0;
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(Type.getType(descriptor).getClassName());
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        if (!method.equals("<init>")) {
            return null;
        }
        defaultConstructor |= descriptor.equals("()V") && (access & Opcodes.ACC_PUBLIC) != 0;
        return new ConstructorVisitor(Type.getArgumentTypes(descriptor).length, name + descriptor);
    }

    private final class ConstructorVisitor extends MethodVisitor {
        private final int parameters;
        private final String constructor;
        private int named;
        private boolean bound;

        ConstructorVisitor(int parameters, String constructor) {
            super(Opcodes.ASM9);
            this.parameters = parameters;
            this.constructor = constructor;
        }

        @Override
        public void visitParameter(String name, int access) {
            named++;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            bound |= descriptor.equals("Lorg/kohsuke/stapler/DataBoundConstructor;");
            return null;
        }

        @Override
        public void visitEnd() {
            if (bound && named != parameters) {
                nameless.add(constructor);
            }
        }
    }
}
