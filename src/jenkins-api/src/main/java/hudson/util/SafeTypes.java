package hudson.util;

import com.thoughtworks.xstream.security.TypePermission;
import java.lang.reflect.Proxy;
import java.util.List;

/** Keeps types out of XML files that run code when they are read. */
final class SafeTypes implements TypePermission {
    private static final List<String> REFUSED = List.of(
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.beans.",
            "java.rmi.",
            "java.lang.invoke.",
            "java.lang.reflect.",
            "java.util.ServiceLoader",
            "java.util.concurrent.ThreadPool",
            "javax.",
            "com.sun.",
            "jdk.",
            "sun.",
            "groovy.util.Expando",
            "org.codehaus.groovy.runtime.",
            "com.google.common.util.concurrent.");

    @Override
    @SuppressWarnings("rawtypes")
    public boolean allows(Class type) {
        return type == null
                || !Proxy.isProxyClass(type)
                        && !type.isHidden()
                        && REFUSED.stream().noneMatch(type.getName()::startsWith);
    }
}
