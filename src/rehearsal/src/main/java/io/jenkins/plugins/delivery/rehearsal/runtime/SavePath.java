package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Externalizable;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the way from a program to the object in it that cannot be saved, and words it as Jenkins does. */
final class SavePath {
    private static final String CPS = "org.jenkinsci.plugins.workflow.cps.";

    /** What Jenkins calls the classes that ours play. */
    private static final Map<Class<?>, String> KNOWN = Map.of(
            Program.class, CPS + "CpsThreadGroup",
            ProgramThread.class, CPS + "CpsThread",
            ProgramContinuable.class, CPS + "SandboxContinuable",
            PipelineStepContext.class, CPS + "CpsStepContext",
            PipelineBodyExecution.class, CPS + "CpsBodyExecution");

    private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Object> holders = new ArrayDeque<>();

    @CheckForNull
    private String variable;

    private SavePath() {}

    /** The same failure, with the way to the culprit as its cause. */
    static NotSerializableException explain(Program program, NotSerializableException culprit) {
        SavePath walk = new SavePath();
        NotSerializableException explained = new ProgramNotSaved(culprit.getMessage());
        if (walk.search(program)) {
            walk.path.addLast(
                    "in object " + CPS + "CpsThreadGroup@" + Integer.toHexString(System.identityHashCode(program)));
            explained = new ProgramNotSaved(culprit.getMessage(), walk.variable);
            explained.initCause(new Way(walk.path));
        }
        return explained;
    }

    private boolean search(@CheckForNull Object object) {
        Object saved = object == null ? null : ProgramFile.replace(object);
        if (saved == null || isPlain(saved) || seen.put(saved, true) != null) {
            return false;
        }
        if (saved instanceof Map<?, ?> map && saved.getClass().getName().startsWith("java.")) {
            return searchMap(map);
        }
        if (saved instanceof Collection<?> all
                && saved instanceof Serializable
                && saved.getClass().getName().startsWith("java.")) {
            return searchAll(all.toArray());
        }
        if (saved instanceof Object[] array) {
            return searchAll(array);
        }
        if (saved.getClass().isArray() && Array.getLength(saved) >= 0) {
            return false;
        }
        if (!(saved instanceof Serializable) || ProgramFile.isRefused(saved)) {
            return true;
        }
        return !(saved instanceof Externalizable) && searchFields(saved);
    }

    private boolean searchMap(Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (search(entry.getKey()) || search(entry.getValue())) {
                if (variable == null && entry.getKey() instanceof String name) {
                    variable = name;
                }
                return true;
            }
        }
        return false;
    }

    private boolean searchAll(Object[] elements) {
        for (Object element : elements) {
            if (search(element)) {
                return true;
            }
        }
        return false;
    }

    private boolean searchFields(Object object) {
        for (Class<?> type : lineage(object.getClass())) {
            Field[] fields = type.getDeclaredFields();
            Arrays.sort(fields, Comparator.comparing(Field::getName));
            for (Field field : fields) {
                int modifiers = field.getModifiers();
                if (Modifier.isStatic(modifiers)
                        || Modifier.isTransient(modifiers)
                        || field.getType().isPrimitive()) {
                    continue;
                }
                if (search(read(field, object))) {
                    path.addLast("in field " + owner(type, object) + "." + field.getName());
                    path.addLast("in object " + describe(object));
                    return true;
                }
            }
        }
        return object instanceof PipelineScript script
                && search(script.getBinding().getVariables());
    }

    private static String owner(Class<?> type, Object object) {
        return KNOWN.getOrDefault(type, type == object.getClass() ? name(object) : type.getName());
    }

    private static List<Class<?>> lineage(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> c = type; c != null && Serializable.class.isAssignableFrom(c); c = c.getSuperclass()) {
            types.add(0, c);
        }
        return types;
    }

    @CheckForNull
    private static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            return null;
        }
    }

    private static boolean isPlain(Object object) {
        return object instanceof String
                || object instanceof Number
                || object instanceof Boolean
                || object instanceof Class
                || object instanceof Enum;
    }

    private static String name(Object object) {
        return KNOWN.getOrDefault(object.getClass(), object.getClass().getName());
    }

    private static String describe(Object object) {
        String hash = "@" + Integer.toHexString(System.identityHashCode(object));
        if (object instanceof ProgramThread thread) {
            return thread + " " + hash;
        }
        String text = name(object) + hash;
        if (object instanceof CpsClosure) {
            return text;
        }
        if (object instanceof Env env && object.getClass().getSimpleName().endsWith("CallEnv")) {
            List<StackTraceElement> frames = new ArrayList<>();
            env.buildStackTraceElements(frames, 1);
            return frames.isEmpty() ? text : text + " @" + frames.get(0);
        }
        return text;
    }

    /** The way, as a cause that prints nothing else. */
    private static final class Way extends Exception {
        private static final long serialVersionUID = 1;

        Way(Collection<String> steps) {
            super("an exception which occurred:\n\t" + String.join("\n\t", steps), null, false, false);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
