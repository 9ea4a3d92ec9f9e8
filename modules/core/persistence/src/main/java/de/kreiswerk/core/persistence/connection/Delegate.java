package de.kreiswerk.core.persistence.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands before an object and has it do what it does not do itself. Equal to itself only. */
public abstract class Delegate implements InvocationHandler {

    private final Object target;

    /**
     * Stands before.
     *
     * @param target the object
     */
    protected Delegate(Object target) {
        this.target = target;
    }

    /**
     * As its users see it.
     *
     * @param type an interface of the object
     * @param <T> the same
     * @return a proxy
     */
    public final <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(Delegate.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public final Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> answer(proxy, method, arguments);
        };
    }

    /**
     * Answers a call.
     *
     * @param proxy what was called
     * @param method what is asked for
     * @param arguments null for none
     * @return the answer
     * @throws Throwable as the object threw it
     */
    protected abstract Object answer(Object proxy, Method method, Object[] arguments) throws Throwable;

    /**
     * Has the object do it.
     *
     * @param method what is asked for
     * @param arguments null for none
     * @return its answer
     * @throws Throwable as it threw it
     */
    protected final Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
