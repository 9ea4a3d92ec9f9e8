package de.kreiswerk.core.persistence.unit;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** A bundle in a folder: a persistence.xml, migrations, and entities of this class path. */
public final class TestBundle {

    private static final AtomicLong IDS = new AtomicLong(100);

    private final String name;
    private final Path folder;
    private final long id = IDS.incrementAndGet();
    private final Dictionary<String, String> headers = new Hashtable<>();
    private final Bundle bundle;
    private String location = "file:bundles/test.jar";

    public TestBundle(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        this.bundle = proxy(Bundle.class, this::answer);
    }

    public TestBundle withHeader(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Of a version of a component. */
    public TestBundle inComponent(String version) {
        location = "component:" + name + ":" + version + ":0";
        return this;
    }

    public TestBundle withFile(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    public TestBundle withEntities(Class<?>... entities) throws IOException {
        for (Class<?> entity : entities) {
            TestBundles.put(entity, bundle);
        }
        return withHeader("Meta-Persistence", "META-INF/persistence.xml")
                .withFile(
                        "META-INF/persistence.xml",
                        Arrays.stream(entities)
                                .map(entity -> "<class>" + entity.getName() + "</class>")
                                .collect(Collectors.joining(
                                        "",
                                        "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.0\">"
                                                + "<persistence-unit name=\"" + name + "\">",
                                        "</persistence-unit></persistence>")));
    }

    public Bundle bundle() {
        return bundle;
    }

    private Object answer(String method, Object[] arguments) throws IOException {
        return switch (method) {
            case "getHeaders" -> headers;
            case "getSymbolicName" -> name;
            case "getLocation" -> location;
            case "getBundleId" -> id;
            case "getLastModified" -> 1L;
            case "getState" -> Bundle.ACTIVE;
            case "getEntry" -> entry((String) arguments[0]);
            case "findEntries" -> entries((String) arguments[0]);
            case "adapt" ->
                proxy(BundleWiring.class, (asked, none) -> {
                    if (asked.equals("getClassLoader")) {
                        return TestBundle.class.getClassLoader();
                    }
                    throw new UnsupportedOperationException(asked);
                });
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private URL entry(String path) throws MalformedURLException {
        Path file = path.equals("/") ? folder : folder.resolve(path);
        return Files.exists(file) ? file.toUri().toURL() : null;
    }

    private Enumeration<URL> entries(String path) throws IOException {
        if (!Files.isDirectory(folder.resolve(path))) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            List<URL> urls = files.map(Path::toUri)
                    .map(uri -> {
                        try {
                            return uri.toURL();
                        } catch (MalformedURLException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            return Collections.enumeration(urls);
        }
    }

    interface Behaviour {
        Object call(String method, Object[] arguments) throws Exception;
    }

    static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> behaviour.call(method.getName(), arguments);
                }));
    }
}
