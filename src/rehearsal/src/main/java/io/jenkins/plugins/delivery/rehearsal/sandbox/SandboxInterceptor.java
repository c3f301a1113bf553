package io.jenkins.plugins.delivery.rehearsal.sandbox;

import groovy.lang.Closure;
import groovy.lang.GroovyObject;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.EncodingGroovyMethods;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.codehaus.groovy.runtime.XmlGroovyMethods;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.kohsuke.groovy.sandbox.GroovyInterceptor;

/** Judges each call, property and field access of sandboxed code before it happens. */
final class SandboxInterceptor extends GroovyInterceptor {
    /** Where Groovy keeps what it adds to Java's types, in the order in which it is looked up. */
    private static final Class<?>[] GDK = {
        DefaultGroovyMethods.class,
        StringGroovyMethods.class,
        XmlGroovyMethods.class,
        EncodingGroovyMethods.class,
        org.codehaus.groovy.runtime.DateGroovyMethods.class,
        ProcessGroovyMethods.class,
        org.codehaus.groovy.runtime.ResourceGroovyMethods.class,
        org.codehaus.groovy.runtime.IOGroovyMethods.class
    };

    private static final Set<String> ARITHMETIC = Set.of(
            "plus",
            "minus",
            "multiply",
            "div",
            "compareTo",
            "or",
            "and",
            "xor",
            "intdiv",
            "mod",
            "leftShift",
            "rightShift",
            "rightShiftUnsigned",
            "next",
            "previous",
            "negative",
            "positive",
            "unaryMinus",
            "unaryPlus",
            "power",
            "bitwiseNegate");

    private static final Set<String> DISPATCH = Set.of("invokeMethod", "getProperty");

    private static final Set<String> CASTS = Set.of("asType", "castToType");

    /** What a value may always be turned into: these are converted, nothing else happens. */
    private static final Set<Class<?>> HARMLESS = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Number.class,
            java.math.BigDecimal.class,
            java.math.BigInteger.class,
            Object.class);

    /** Cast to these, a list or map is asked for its truth or its text; nothing is made of its elements. */
    private static final Set<Class<?>> TRUTH_AND_TEXT = Set.of(Boolean.class, String.class);

    private final Allowed allowed;
    private final Predicate<Class<?>> own;
    private final Predicate<Object> dispatchers;
    private final Consumer<String> refusals;

    SandboxInterceptor(
            Allowed allowed, Predicate<Class<?>> own, Predicate<Object> dispatchers, Consumer<String> refusals) {
        this.allowed = allowed;
        this.own = own;
        this.dispatchers = dispatchers;
        this.refusals = refusals;
    }

    @Override
    public Object onMethodCall(Invoker invoker, Object receiver, String name, Object... args) throws Throwable {
        if (DISPATCH.contains(name) && dispatchers.test(receiver)) {
            return super.onMethodCall(invoker, receiver, name, args);
        }
        Method method = MemberFinder.method(receiver, name, args);
        if (method != null) {
            check(allowed.permits(method, own), Signatures.of(method));
            return super.onMethodCall(invoker, receiver, name, args);
        }
        if (receiver instanceof Number && ARITHMETIC.contains(name)) {
            return super.onMethodCall(invoker, receiver, name, args);
        }
        if (receiver instanceof Class<?> type && name.equals("new")) {
            return onNewInstance(invoker, type, args);
        }
        if (receiver instanceof GroovyObject && !(receiver instanceof Closure) && catchesAll(receiver, name, args)) {
            return super.onMethodCall(invoker, receiver, name, args);
        }
        Method added = groovyMethod(receiver, name, args);
        if (added != null) {
            check(allowed.permits(added, own), Signatures.of(added));
            return super.onMethodCall(invoker, receiver, name, args);
        }
        if (receiver instanceof Map<?, ?> map && map.get(name) instanceof Closure<?> element) {
            return onMethodCall(invoker, element, "call", args);
        }
        throw new MissingMethodException(name, receiver.getClass(), args);
    }

    /** Whether the receiver itself decides what unknown methods mean, and is one of the program's own. */
    private boolean catchesAll(Object receiver, String name, Object[] args) {
        Method method = MemberFinder.method(receiver, "invokeMethod", new Object[] {name, args});
        return method != null && own.test(receiver.getClass());
    }

    private Method groovyMethod(Object receiver, String name, Object[] args) {
        Object[] selfAndArgs = new Object[args.length + 1];
        selfAndArgs[0] = receiver;
        System.arraycopy(args, 0, selfAndArgs, 1, args.length);
        Method first = null;
        for (Class<?> extensions : GDK) {
            Method method = MemberFinder.staticMethod(extensions, name, selfAndArgs);
            if (method != null && allowed.permits(method, own)) {
                return method;
            }
            first = first == null ? method : first;
        }
        return first;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object onStaticCall(Invoker invoker, Class receiver, String name, Object... args) throws Throwable {
        if (receiver == ScriptBytecodeAdapter.class && CASTS.contains(name)) {
            checkCast(args[0], (Class<?>) args[1]);
            return super.onStaticCall(invoker, receiver, name, args);
        }
        Method method = MemberFinder.staticMethod(receiver, name, args);
        if (method == null && groovyMethod(receiver, name, args) != null) {
            return onMethodCall(invoker, receiver, name, args);
        }
        if (method == null) {
            method = MemberFinder.method(receiver, name, args);
        }
        if (method == null) {
            throw new RejectedAccessException("No such static method found: staticMethod " + Signatures.name(receiver)
                    + " " + name + Signatures.arguments(args));
        }
        check(allowed.permits(method, own), Signatures.of(method));
        return super.onStaticCall(invoker, receiver, name, args);
    }

    /** Groovy makes objects when it casts lists and maps; those constructors are judged too. */
    private void checkCast(Object value, Class<?> type) {
        if (value == null || type.isInstance(value) || type.isPrimitive() || type.isArray() || type.isEnum()) {
            return;
        }
        if (TRUTH_AND_TEXT.contains(type)) {
            return;
        }
        if (value instanceof java.util.Collection<?> elements && !java.util.Collection.class.isAssignableFrom(type)) {
            onNewInstanceCheck(type, elements.toArray());
        } else if (!HARMLESS.contains(type) && !java.util.Collection.class.isAssignableFrom(type)) {
            onNewInstanceCheck(type, new Object[] {value});
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object onNewInstance(Invoker invoker, Class receiver, Object... args) throws Throwable {
        Constructor<?> constructor = MemberFinder.constructor(receiver, args);
        if (constructor == null && args.length == 1 && args[0] instanceof Map) {
            constructor = MemberFinder.constructor(receiver, new Object[0]);
        }
        if (constructor == null && TRUTH_AND_TEXT.contains(receiver)) {
            return super.onNewInstance(invoker, receiver, args);
        }
        if (constructor == null) {
            throw new RejectedAccessException(
                    "No such constructor found: new " + Signatures.name(receiver) + Signatures.arguments(args));
        }
        check(allowed.permits(constructor, own), Signatures.of(constructor));
        return super.onNewInstance(invoker, receiver, args);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void onSuperConstructor(Invoker invoker, Class receiver, Object... args) throws Throwable {
        onNewInstanceCheck(receiver, args);
        super.onSuperConstructor(invoker, receiver, args);
    }

    private void onNewInstanceCheck(Class<?> receiver, Object[] args) {
        Constructor<?> constructor = MemberFinder.constructor(receiver, args);
        if (constructor == null && args.length == 1 && args[0] instanceof Map) {
            constructor = MemberFinder.constructor(receiver, new Object[0]);
        }
        if (constructor != null) {
            check(receiver == Object.class || allowed.permits(constructor, own), Signatures.of(constructor));
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object onSuperCall(Invoker invoker, Class sender, Object receiver, String name, Object... args)
            throws Throwable {
        Method method = MemberFinder.method(receiver, name, args);
        if (method != null) {
            check(allowed.permits(method, own), Signatures.of(method));
        }
        return super.onSuperCall(invoker, sender, receiver, name, args);
    }

    @Override
    public Object onGetProperty(Invoker invoker, Object receiver, String name) throws Throwable {
        if (receiver instanceof Map && !name.equals("metaClass")
                || receiver.getClass().isArray() && name.equals("length")) {
            return super.onGetProperty(invoker, receiver, name);
        }
        checkAccess(receiver, name, "get", new Object[0]);
        return super.onGetProperty(invoker, receiver, name);
    }

    @Override
    public Object onSetProperty(Invoker invoker, Object receiver, String name, Object value) throws Throwable {
        if (receiver instanceof Map && !name.equals("metaClass")) {
            return super.onSetProperty(invoker, receiver, name, value);
        }
        checkAccess(receiver, name, "set", new Object[] {value});
        return super.onSetProperty(invoker, receiver, name, value);
    }

    private void checkAccess(Object receiver, String name, String verb, Object[] value) {
        String refused = null;
        String capital = name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        String[] accessors =
                verb.equals("get") ? new String[] {"get" + capital, "is" + capital} : new String[] {"set" + capital};
        for (String accessor : accessors) {
            Method method = accessor(receiver, accessor, value);
            if (method != null) {
                if (allowed.permits(method, own)) {
                    return;
                }
                refused = refused == null ? Signatures.of(method) : refused;
            }
        }
        Field field = receiver instanceof Class<?> type
                ? MemberFinder.field(type, name, true)
                : MemberFinder.field(receiver.getClass(), name, false);
        if (field == null && !(receiver instanceof Class)) {
            field = MemberFinder.field(receiver.getClass(), name, true);
        }
        if (refused == null && field != null) {
            if (allowed.permits(field, own)) {
                return;
            }
            refused = Signatures.of(field);
        }
        if (refused == null
                && receiver instanceof GroovyObject
                && !(receiver instanceof Closure)
                && own.test(receiver.getClass())
                && !name.equals("metaClass")) {
            return;
        }
        if (refused == null && name.equals("metaClass")) {
            Method method =
                    MemberFinder.staticMethod(DefaultGroovyMethods.class, "getMetaClass", new Object[] {receiver});
            refused = Signatures.of(method);
        }
        check(refused == null, refused);
        if (!isCollectionOfOthers(receiver)) {
            throw missing(receiver, name);
        }
        for (Object element : (Iterable<?>) receiver) {
            if (element != null) {
                checkAccess(element, name, verb, value);
            }
        }
    }

    private static boolean isCollectionOfOthers(Object receiver) {
        return receiver instanceof java.util.Collection;
    }

    private Method accessor(Object receiver, String name, Object[] value) {
        Method method = null;
        if (receiver instanceof Class<?> type) {
            method = MemberFinder.staticMethod(type, name, value);
        }
        if (method == null) {
            method = MemberFinder.method(receiver, name, value);
        }
        if (method != null && method.getParameterCount() != value.length) {
            method = null;
        }
        return method != null ? method : groovyMethod(receiver, name, value);
    }

    private static MissingPropertyException missing(Object receiver, String name) {
        if (receiver instanceof Class<?> type) {
            return new MissingPropertyException(
                    "No such field found: staticField " + Signatures.name(type) + " " + name, name, type);
        }
        Class<?> type = receiver.getClass();
        return new MissingPropertyException(
                "No such field found: field " + Signatures.name(type) + " " + name, name, type);
    }

    @Override
    public Object onGetAttribute(Invoker invoker, Object receiver, String name) throws Throwable {
        checkField(receiver, name);
        return super.onGetAttribute(invoker, receiver, name);
    }

    @Override
    public Object onSetAttribute(Invoker invoker, Object receiver, String name, Object value) throws Throwable {
        checkField(receiver, name);
        return super.onSetAttribute(invoker, receiver, name, value);
    }

    private void checkField(Object receiver, String name) {
        Class<?> type = receiver instanceof Class<?> itself ? itself : receiver.getClass();
        Field field = MemberFinder.field(type, name, receiver instanceof Class);
        if (field == null) {
            throw missing(receiver, name);
        }
        check(allowed.permits(field, own), Signatures.of(field));
    }

    @Override
    public Object onGetArray(Invoker invoker, Object receiver, Object index) throws Throwable {
        if (!receiver.getClass().isArray() && !(receiver instanceof Map)) {
            checkIndexed(receiver, "getAt", index);
        }
        return super.onGetArray(invoker, receiver, index);
    }

    @Override
    public Object onSetArray(Invoker invoker, Object receiver, Object index, Object value) throws Throwable {
        if (!receiver.getClass().isArray() && !(receiver instanceof Map)) {
            checkIndexed(receiver, "putAt", index, value);
        }
        return super.onSetArray(invoker, receiver, index, value);
    }

    private void checkIndexed(Object receiver, String name, Object... args) {
        Method method = MemberFinder.method(receiver, name, args);
        if (method == null) {
            method = groovyMethod(receiver, name, args);
        }
        if (method == null) {
            throw new MissingMethodException(name, receiver.getClass(), args);
        }
        check(allowed.permits(method, own), Signatures.of(method));
    }

    private void check(boolean permitted, String signature) {
        if (!permitted) {
            String message = "Scripts not permitted to use " + signature;
            refusals.accept(message);
            throw new RejectedAccessException(message, signature);
        }
    }
}
