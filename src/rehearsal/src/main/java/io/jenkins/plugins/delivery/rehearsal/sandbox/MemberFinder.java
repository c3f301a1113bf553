package io.jenkins.plugins.delivery.rehearsal.sandbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import groovy.lang.GString;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.codehaus.groovy.runtime.MetaClassHelper;

/**
 * Finds the Java member that Groovy is about to use, so that it can be judged. A method is looked for in supertypes
 * first: what is declared in an interface is judged, and reported, as the interface's.
 */
final class MemberFinder {
    private static final Map<Class<?>, List<Class<?>>> TYPES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Method[]> METHODS = new ConcurrentHashMap<>();

    private MemberFinder() {}

    @CheckForNull
    static Method method(Object receiver, String name, Object[] args) {
        Method closure = receiver instanceof Closure ? best(Closure.class, name, args, false) : null;
        if (closure != null) {
            return closure;
        }
        for (Class<?> type : typesOf(receiver.getClass())) {
            Method found = best(type, name, args, false);
            if (found != null) {
                return found;
            }
        }
        return receiver instanceof GString ? method(receiver.toString(), name, args) : null;
    }

    @CheckForNull
    static Method staticMethod(Class<?> type, String name, Object[] args) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Method found = best(c, name, args, true);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @CheckForNull
    static Constructor<?> constructor(Class<?> type, Object[] args) {
        Constructor<?> best = null;
        for (Constructor<?> candidate : type.getDeclaredConstructors()) {
            if (accepts(candidate, args) && (best == null || closer(candidate, best, args))) {
                best = candidate;
            }
        }
        return best;
    }

    @CheckForNull
    static Field field(Class<?> type, String name, boolean isStatic) {
        for (Class<?> c : typesOf(type)) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name) && Modifier.isStatic(field.getModifiers()) == isStatic) {
                    return field;
                }
            }
        }
        return null;
    }

    private static Method best(Class<?> type, String name, Object[] args, boolean isStatic) {
        Method best = null;
        for (Method candidate : METHODS.computeIfAbsent(type, Class::getDeclaredMethods)) {
            if (candidate.getName().equals(name)
                    && (!isStatic || Modifier.isStatic(candidate.getModifiers()))
                    && accepts(candidate, args)
                    && (best == null || closer(candidate, best, args))) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<Class<?>> typesOf(Class<?> type) {
        return TYPES.computeIfAbsent(type, key -> {
            Set<Class<?>> found = new LinkedHashSet<>();
            visit(key, found);
            return List.copyOf(found);
        });
    }

    private static void visit(Class<?> type, Set<Class<?>> found) {
        if (type.getSuperclass() != null) {
            visit(type.getSuperclass(), found);
        }
        for (Class<?> parent : type.getInterfaces()) {
            visit(parent, found);
        }
        found.add(type);
    }

    private static boolean accepts(Executable candidate, Object[] args) {
        Class<?>[] types = candidate.getParameterTypes();
        return acceptsFixed(types, args)
                || (candidate.isVarArgs() || endsWithArray(types)) && acceptsVarargs(types, args);
    }

    private static boolean endsWithArray(Class<?>[] types) {
        return types.length > 0 && types[types.length - 1] == Object[].class;
    }

    private static boolean acceptsFixed(Class<?>[] types, Object[] args) {
        if (types.length != args.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!fits(types[i], args[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean acceptsVarargs(Class<?>[] types, Object[] args) {
        int fixed = types.length - 1;
        if (args.length < fixed) {
            return false;
        }
        for (int i = 0; i < args.length; i++) {
            Class<?> type = i < fixed ? types[i] : types[fixed].getComponentType();
            if (!fits(type, args[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Class<?> type, Object arg) {
        if (arg == null) {
            return !type.isPrimitive();
        }
        Class<?> boxed =
                type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
        if (boxed.isInstance(arg)) {
            return true;
        }
        if (type == String.class && arg instanceof GString) {
            return true;
        }
        return !(arg instanceof Closure)
                && arg instanceof Number
                && Number.class.isAssignableFrom(boxed)
                && ReflectionCache.getCachedClass(type).isAssignableFrom(arg.getClass());
    }

    private static boolean closer(Executable a, Executable b, Object[] args) {
        Class<?>[] as = a.getParameterTypes();
        Class<?>[] bs = b.getParameterTypes();
        boolean fixedA = acceptsFixed(as, args);
        if (fixedA != acceptsFixed(bs, args)) {
            return fixedA;
        }
        if (!fixedA || as.length != args.length || bs.length != args.length) {
            return as.length == args.length && bs.length != args.length;
        }
        Class<?>[] given = MetaClassHelper.convertToTypeArray(args);
        long distanceA = MetaClassHelper.calculateParameterDistance(given, cached(as));
        long distanceB = MetaClassHelper.calculateParameterDistance(given, cached(bs));
        return distanceA < distanceB;
    }

    private static org.codehaus.groovy.reflection.ParameterTypes cached(Class<?>[] types) {
        return new org.codehaus.groovy.reflection.ParameterTypes(types);
    }

    static List<String> names(Class<?>[] types) {
        List<String> names = new ArrayList<>();
        for (Class<?> type : types) {
            names.add(Signatures.name(type));
        }
        return names;
    }
}
