package io.jenkins.plugins.delivery.rehearsal.sandbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import groovy.lang.GString;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.util.List;
import org.codehaus.groovy.reflection.ParameterTypes;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.codehaus.groovy.runtime.MetaClassHelper;

/** Chooses among members of one name the one that a call with given arguments reaches. */
final class Overloads {
    private Overloads() {}

    /** The member that takes the arguments most closely, whatever the order of the candidates; none if none does. */
    @CheckForNull
    static <E extends Executable> E closest(List<E> candidates, Object[] args) {
        E best = null;
        for (E candidate : candidates) {
            if (accepts(candidate, args) && (best == null || closer(candidate, best, args))) {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean accepts(Executable candidate, Object[] args) {
        Class<?>[] types = candidate.getParameterTypes();
        return acceptsFixed(types, args)
                || (candidate.isVarArgs() || gathers(types, args)) && acceptsVarargs(types, args);
    }

    /** Jenkins lets an array gather what is left over only behind another parameter. */
    private static boolean gathers(Class<?>[] types, Object[] args) {
        return types.length > 1 && args.length > types.length && types[types.length - 1] == Object[].class;
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
        return distanceA == distanceB ? narrower(a, b) : distanceA < distanceB;
    }

    /**
     * At equal distance the first parameter that differs decides, as in Jenkins: a list's own method before a
     * collection's. The order of reflection is another one in each JVM and must not decide.
     */
    private static boolean narrower(Executable a, Executable b) {
        Class<?>[] as = a.getParameterTypes();
        Class<?>[] bs = b.getParameterTypes();
        for (int i = 0; i < as.length; i++) {
            boolean widens = as[i].isAssignableFrom(bs[i]);
            if (widens != bs[i].isAssignableFrom(as[i])) {
                return !widens;
            }
        }
        return a.toString().compareTo(b.toString()) > 0;
    }

    private static ParameterTypes cached(Class<?>[] types) {
        return new ParameterTypes(types);
    }
}
