package org.jenkinsci.plugins.structs.describable;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Sets one value of an object, through a method or a field. */
final class Setter {
    private final Member member;

    private Setter(Member member) {
        this.member = member;
    }

    static Setter create(Method method) {
        method.setAccessible(true);
        return new Setter(method);
    }

    static Setter create(Field field) {
        field.setAccessible(true);
        return new Setter(field);
    }

    void set(Object target, Object value) throws ReflectiveOperationException {
        if (member instanceof Method method) {
            method.invoke(target, value);
        } else {
            ((Field) member).set(target, value);
        }
    }

    /** Names the place in errors. */
    String displayName() {
        String name = member.getDeclaringClass() + "." + member.getName();
        return member instanceof Method ? name + "()" : name;
    }
}
