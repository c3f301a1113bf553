package io.jenkins.plugins.delivery.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads every class that is built, and finds what Stapler would serve. */
public final class Routes {
    private static final Set<String> VERBS = Set.of("GET", "POST", "RequirePOST", "PUT", "DELETE");
    private static final Set<String> CHECKS =
            Set.of("checkPermission", "checkAnyPermission", "hasPermission", "hasAnyPermission", "hasPermission2");

    private final Map<String, ClassNode> classes = new HashMap<>();

    private Routes() {}

    public static Routes under(Path folder) {
        Routes routes = new Routes();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(routes::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routes;
    }

    static Routes of(Class<?>... types) {
        Routes routes = new Routes();
        for (Class<?> type : types) {
            try {
                routes.add(new ClassReader(type.getName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return routes;
    }

    /** Every method that a URL reaches. */
    public List<Route> all() {
        List<Route> all = new ArrayList<>();
        for (ClassNode owner : classes.values()) {
            for (MethodNode method : owner.methods) {
                if (isRoute(method)) {
                    all.add(new Route(owner, method));
                }
            }
        }
        return all;
    }

    /** Calls of {@code hasPermission} whose answer is thrown away. */
    List<String> answersThrownAway() {
        List<String> found = new ArrayList<>();
        for (ClassNode owner : classes.values()) {
            for (MethodNode method : owner.methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof MethodInsnNode call
                            && call.name.startsWith("has")
                            && CHECKS.contains(call.name)
                            && call.getNext() != null
                            && call.getNext().getOpcode() == Opcodes.POP) {
                        found.add(owner.name + "." + method.name);
                    }
                }
            }
        }
        return found;
    }

    /** Classes that are of a type, directly or through others of ours. */
    List<String> subtypesOf(String type) {
        return classes.values().stream()
                .filter(node -> isA(node, type.replace('.', '/')))
                .map(node -> node.name.replace('/', '.'))
                .toList();
    }

    private boolean isA(@CheckForNull ClassNode node, String type) {
        return node != null
                && (type.equals(node.superName)
                        || node.interfaces.contains(type)
                        || isA(classes.get(node.superName), type)
                        || node.interfaces.stream().anyMatch(parent -> isA(classes.get(parent), type)));
    }

    /** Public methods that take a part of the address as it is, which Stapler would call with whatever stands there. */
    List<String> withPartsOfAddresses() {
        List<String> found = new ArrayList<>();
        for (ClassNode owner : classes.values()) {
            for (MethodNode method : owner.methods) {
                boolean visible =
                        (method.access & Opcodes.ACC_PUBLIC) != 0 && (method.access & Opcodes.ACC_STATIC) == 0;
                boolean served = method.name.equals("getDynamic")
                        || method.name.equals("doDynamic")
                        || method.name.matches("get[A-Z].*")
                                && method.desc.matches("\\((Ljava/lang/String;|I|J)\\)L.*");
                if (visible && served && isServed(owner)) {
                    found.add(owner.name.replace('/', '.') + "." + method.name);
                }
            }
        }
        return found;
    }

    /** Whether there are pages or other routes in it. */
    private boolean isServed(ClassNode owner) {
        return owner.methods.stream().anyMatch(this::isRoute) || isA(owner, "hudson/model/Action");
    }

    private boolean isRoute(MethodNode method) {
        boolean visible = (method.access & Opcodes.ACC_PUBLIC) != 0
                && (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == 0;
        boolean named = method.name.matches("do[A-Z].*")
                || annotations(method).contains("WebMethod")
                || annotations(method).contains("JavaScriptMethod");
        return visible && named;
    }

    private static List<String> annotations(MethodNode method) {
        List<String> names = new ArrayList<>();
        for (AnnotationNode annotation :
                method.visibleAnnotations == null ? List.<AnnotationNode>of() : method.visibleAnnotations) {
            names.add(annotation.desc.replaceAll(".*/|;", ""));
        }
        return names;
    }

    /** The permission that is asked for before anything else is called but what leads to it; null where something else is. */
    @CheckForNull
    private String checkedFirst(ClassNode owner, MethodNode method, Set<String> seen) {
        if (!seen.add(owner.name + method.name + method.desc)) {
            return null;
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (!(instruction instanceof MethodInsnNode call)) {
                continue;
            }
            if (CHECKS.contains(call.name)) {
                return constantBefore(call);
            }
            if (leadsToACheck(call)) {
                continue;
            }
            ClassNode next = classes.get(call.owner);
            return next == null
                    ? null
                    : next.methods.stream()
                            .filter(other -> other.name.equals(call.name) && other.desc.equals(call.desc))
                            .map(other -> checkedFirst(next, other, seen))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }
        return null;
    }

    /** As people call it, such as {@code Item/Read}; a question mark where it is not a constant. */
    private static String constantBefore(MethodInsnNode check) {
        for (AbstractInsnNode before = check.getPrevious(); before != null; before = before.getPrevious()) {
            if (before instanceof FieldInsnNode field && field.desc.equals("Lhudson/security/Permission;")) {
                String group = field.owner.replaceAll(".*/", "").replace("Permissions", "");
                String name = field.name.charAt(0) + field.name.substring(1).toLowerCase(Locale.ROOT);
                return (group.equals("Jenkins") ? "Overall" : group) + "/" + name;
            }
        }
        return "?";
    }

    /** Constructors of what is answered, and getters of the object whose permission is asked for. */
    private static boolean leadsToACheck(MethodInsnNode call) {
        return call.name.equals("<init>") || call.name.matches("get[A-Z]\\w*|get") && call.desc.startsWith("()");
    }

    private void read(Path file) {
        try {
            add(new ClassReader(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ClassReader reader) {
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        classes.put(node.name, node);
    }

    /** One method that a URL reaches. */
    public final class Route {
        private final ClassNode owner;
        private final MethodNode method;

        private Route(ClassNode owner, MethodNode method) {
            this.owner = owner;
            this.method = method;
        }

        String name() {
            return method.name;
        }

        /** The method itself. */
        public Method method() {
            try {
                Class<?> type = Class.forName(owner.name.replace('/', '.'), false, Routes.class.getClassLoader());
                for (Method candidate : type.getDeclaredMethods()) {
                    if (candidate.getName().equals(method.name)
                            && Type.getMethodDescriptor(candidate).equals(method.desc)) {
                        return candidate;
                    }
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
            throw new IllegalStateException(this + " is not there");
        }

        List<String> verbs() {
            return annotations(method).stream().filter(VERBS::contains).toList();
        }

        boolean checksPermissionFirst() {
            return permission() != null;
        }

        /** What is asked for before anything else, such as {@code Item/Read}; null where nothing is. */
        @CheckForNull
        public String permission() {
            return checkedFirst(owner, method, new HashSet<>());
        }

        @Override
        public String toString() {
            return owner.name.replace('/', '.') + "." + method.name;
        }
    }
}
