package de.kreiswerk.core.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings as Declarative Services would read them: what is not given has its default. */
public final class Settings {

    private Settings() {}

    public static <A extends Annotation> A of(Class<A> type, Map<String, ?> given) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, none) -> {
            Object value = given.get(method.getName());
            return value == null ? method.getDefaultValue() : value;
        }));
    }
}
