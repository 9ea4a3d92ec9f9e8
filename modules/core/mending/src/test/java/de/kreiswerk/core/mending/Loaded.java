package de.kreiswerk.core.mending;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Classes of a third party, loaded anew, one of them mended. */
final class Loaded extends ClassLoader {

    private final String packages;
    private final Mend mend;

    /** All classes whose names begin so are loaded here. */
    private Loaded(String packages, Mend mend) {
        super(Loaded.class.getClassLoader());
        this.packages = packages;
        this.mend = mend;
    }

    /** The class that a mend is for, with or without it. */
    static Class<?> type(Mend mend, boolean mended) throws ClassNotFoundException {
        String packages = mend.type().substring(0, mend.type().lastIndexOf('.') + 1);
        return new Loaded(packages, mended ? mend : null).loadClass(mend.type());
    }

    static byte[] bytes(String type) {
        try (InputStream in = Loaded.class.getResourceAsStream("/" + type.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Loaded.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(packages)) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        byte[] bytes = bytes(name);
        byte[] right = mend != null && mend.type().equals(name) ? mend.mended(bytes) : bytes;
        return defineClass(name, right, 0, right.length);
    }
}
