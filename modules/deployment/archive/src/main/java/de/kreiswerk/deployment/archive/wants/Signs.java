package de.kreiswerk.deployment.archive.wants;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which classes and methods wants are known. Names are internal ones of the JVM, with slashes. Not for several threads at once.
 */
final class Signs {

    static final String INIT = "<init>";
    static final String EXTENDS = "<extends>";

    /** That a class is named as a value: others, such as those who read JSON, make its objects then. */
    static final String CLASS = "<class>";

    /** What the platform offers for itself stands in the same packages as what components may use. */
    private static final String CORE = "de/kreiswerk/core/api/";

    private static final String IDENTITY = "de/kreiswerk/identity/api/";

    private static final Sign PROCESSES = all(Want.PROCESSES);
    private static final Sign SOCKETS = all(Want.SOCKETS);
    private static final Sign FILES = all(Want.FILES);
    private static final Sign THREADS = all(Want.THREADS);
    private static final Sign CLASS_LOADING = all(Want.CLASS_LOADING);
    private static final Sign FRAMEWORK = all(Want.FRAMEWORK);
    private static final Sign DATABASE = all(Want.DATABASE);
    private static final Sign RIGHTS = all(Want.RIGHTS);
    private static final Sign ACCESSIBLE = some(Want.REFLECTION, "setAccessible", "trySetAccessible");

    private static final Map<String, List<Sign>> CLASSES = Map.ofEntries(
            entry("java/lang/ProcessBuilder", List.of(PROCESSES)),
            entry("java/lang/ProcessHandle", List.of(PROCESSES)),
            entry(
                    "java/lang/Runtime",
                    List.of(
                            some(Want.PROCESSES, "exec"),
                            some(Want.EXIT, "exit", "halt", "addShutdownHook"),
                            some(Want.NATIVE, "load", "loadLibrary"))),
            entry(
                    "java/lang/System",
                    List.of(
                            some(Want.EXIT, "exit"),
                            some(Want.NATIVE, "load", "loadLibrary"),
                            some(
                                    Want.ENVIRONMENT,
                                    "getenv",
                                    "getProperties",
                                    "setProperty",
                                    "setProperties",
                                    "clearProperty",
                                    "setOut",
                                    "setErr",
                                    "setIn",
                                    "setSecurityManager"))),
            entry("java/lang/Shutdown", List.of(all(Want.EXIT))),
            entry("java/net/Socket", List.of(SOCKETS)),
            entry("java/net/ServerSocket", List.of(SOCKETS)),
            entry("java/net/DatagramSocket", List.of(SOCKETS)),
            entry("java/net/MulticastSocket", List.of(SOCKETS)),
            entry("java/net/URL", List.of(some(Want.SOCKETS, "openConnection", "openStream", "getContent"))),
            entry("java/net/URLConnection", List.of(SOCKETS)),
            entry("java/net/HttpURLConnection", List.of(SOCKETS)),
            entry("java/net/InetAddress", List.of(some(Want.SOCKETS, "getByName", "getAllByName", "isReachable"))),
            entry("java/nio/channels/SocketChannel", List.of(SOCKETS)),
            entry("java/nio/channels/ServerSocketChannel", List.of(SOCKETS)),
            entry("java/nio/channels/DatagramChannel", List.of(SOCKETS)),
            entry("java/nio/channels/AsynchronousSocketChannel", List.of(SOCKETS)),
            entry("java/nio/channels/AsynchronousServerSocketChannel", List.of(SOCKETS)),
            entry("java/io/File", List.of(FILES)),
            entry("java/io/FileInputStream", List.of(FILES)),
            entry("java/io/FileOutputStream", List.of(FILES)),
            entry("java/io/FileReader", List.of(FILES)),
            entry("java/io/FileWriter", List.of(FILES)),
            entry("java/io/RandomAccessFile", List.of(FILES)),
            entry("java/nio/file/Files", List.of(FILES)),
            entry("java/nio/file/FileSystems", List.of(FILES)),
            entry("java/nio/channels/FileChannel", List.of(FILES)),
            entry("java/nio/channels/AsynchronousFileChannel", List.of(FILES)),
            entry("java/util/zip/ZipFile", List.of(FILES)),
            entry("java/util/jar/JarFile", List.of(FILES)),
            entry("java/util/logging/FileHandler", List.of(FILES)),
            entry("java/lang/reflect/AccessibleObject", List.of(ACCESSIBLE)),
            entry(
                    "java/lang/reflect/Method",
                    List.of(some(Want.REFLECTION, "invoke", "setAccessible", "trySetAccessible"))),
            entry(
                    "java/lang/reflect/Constructor",
                    List.of(some(Want.REFLECTION, "newInstance", "setAccessible", "trySetAccessible"))),
            entry("java/lang/reflect/Field", List.of(all(Want.REFLECTION))),
            entry("java/lang/invoke/MethodHandles", List.of(some(Want.REFLECTION, "privateLookupIn"))),
            entry(
                    "java/lang/invoke/MethodHandles$Lookup",
                    List.of(
                            some(
                                    Want.REFLECTION,
                                    "findVirtual",
                                    "findStatic",
                                    "findConstructor",
                                    "findSpecial",
                                    "findGetter",
                                    "findSetter",
                                    "findVarHandle",
                                    "findStaticGetter",
                                    "findStaticSetter",
                                    "unreflect",
                                    "unreflectConstructor"),
                            some(Want.CLASS_LOADING, "defineClass", "defineHiddenClass"))),
            entry("java/lang/Class", List.of(some(Want.REFLECTION, "forName", "newInstance"))),
            entry(
                    "java/lang/Thread",
                    List.of(some(
                            Want.THREADS, INIT, EXTENDS, "start", "ofVirtual", "ofPlatform", "startVirtualThread"))),
            entry("java/lang/ThreadGroup", List.of(THREADS)),
            entry("java/util/concurrent/Executors", List.of(THREADS)),
            entry("java/util/concurrent/ThreadPoolExecutor", List.of(THREADS)),
            entry("java/util/concurrent/ScheduledThreadPoolExecutor", List.of(THREADS)),
            entry("java/util/concurrent/ForkJoinPool", List.of(THREADS)),
            entry("java/util/concurrent/ForkJoinTask", List.of(THREADS)),
            entry("java/util/concurrent/RecursiveTask", List.of(THREADS)),
            entry("java/util/concurrent/RecursiveAction", List.of(THREADS)),
            entry("java/util/Timer", List.of(THREADS)),
            entry(
                    "java/util/concurrent/CompletableFuture",
                    List.of(some(Want.THREADS, "supplyAsync", "runAsync", "delayedExecutor"))),
            entry("java/lang/ClassLoader", List.of(some(Want.CLASS_LOADING, INIT, EXTENDS, "defineClass"))),
            entry("java/security/SecureClassLoader", List.of(CLASS_LOADING)),
            entry("java/net/URLClassLoader", List.of(CLASS_LOADING)),
            entry("java/beans/XMLDecoder", List.of(CLASS_LOADING)),
            entry("java/beans/Statement", List.of(all(Want.REFLECTION))),
            entry("java/beans/Expression", List.of(all(Want.REFLECTION))),
            entry("java/beans/EventHandler", List.of(all(Want.REFLECTION))),
            entry("java/io/ObjectInputStream", List.of(some(Want.CLASS_LOADING, INIT, EXTENDS, "readObject"))),
            entry(
                    "org/osgi/framework/BundleContext",
                    List.of(some(
                            Want.FRAMEWORK,
                            "installBundle",
                            "registerService",
                            "addBundleListener",
                            "addFrameworkListener"))),
            entry(
                    "org/osgi/framework/Bundle",
                    List.of(some(
                            Want.FRAMEWORK,
                            "start",
                            "stop",
                            "update",
                            "uninstall",
                            "adapt",
                            "loadClass",
                            "getBundleContext"))),
            entry("org/osgi/service/cm/ConfigurationAdmin", List.of(FRAMEWORK)),
            entry("org/osgi/service/component/ComponentFactory", List.of(some(Want.FRAMEWORK, "newInstance"))),
            entry("org/osgi/service/cm/Configuration", List.of(FRAMEWORK)),
            entry("java/sql/DriverManager", List.of(DATABASE)),
            entry("jakarta/persistence/EntityManager", List.of(some(Want.DATABASE, "unwrap", "getDelegate"))),
            entry("jakarta/persistence/Persistence", List.of(DATABASE)),
            entry(CORE + "persistence/Transaction", List.of(some(Want.DATABASE, "connection"))),
            entry(CORE + "persistence/BundleTables", List.of(DATABASE)),
            entry(CORE + "persistence/InsertOnlyTables", List.of(DATABASE)),
            entry(CORE + "persistence/BlobStore", List.of(some(Want.DATABASE, "copy", "release", "releaseAll"))),
            entry(CORE + "web/RequestGate", List.of(FRAMEWORK)),
            entry(CORE + "settings/Settings", List.of(FRAMEWORK)),
            entry(CORE + "settings/SettingHistory", List.of(FRAMEWORK)),
            entry(CORE + "settings/SharedSettings", List.of(FRAMEWORK)),
            entry(CORE + "identity/Caller", List.of(some(Want.RIGHTS, INIT, CLASS))),
            entry(CORE + "identity/Authenticator", List.of(RIGHTS)),
            entry(CORE + "audit/Erasures", List.of(RIGHTS)),
            entry(CORE + "backup/Backups", List.of(RIGHTS)),
            entry(CORE + "web/SessionCookie", List.of(RIGHTS)),
            entry("de/kreiswerk/audit/api/Retention", List.of(RIGHTS)),
            entry("de/kreiswerk/audit/api/PersonRequests", List.of(RIGHTS)),
            entry(IDENTITY + "Accounts", List.of(RIGHTS)),
            entry(IDENTITY + "CouncilMembers", List.of(some(Want.RIGHTS, "set"))),
            entry(IDENTITY + "Departments", List.of(some(Want.RIGHTS, "add", "change"))),
            entry(IDENTITY + "Deputies", List.of(RIGHTS)),
            entry(IDENTITY + "ExternalSignIn", List.of(RIGHTS)),
            entry(IDENTITY + "Roles", List.of(RIGHTS)),
            entry(IDENTITY + "SecondFactor", List.of(RIGHTS)),
            entry(IDENTITY + "Sessions", List.of(RIGHTS)),
            entry(IDENTITY + "SignIn", List.of(RIGHTS)),
            entry(IDENTITY + "Tokens", List.of(RIGHTS)));

    private static final Map<String, Sign> PACKAGES = Map.ofEntries(
            entry("java/net/http/", SOCKETS),
            entry("javax/net/", SOCKETS),
            entry("javax/naming/", SOCKETS),
            entry("java/rmi/", SOCKETS),
            entry("javax/management/", FRAMEWORK),
            entry("com/sun/net/httpserver/", SOCKETS),
            entry("sun/misc/", all(Want.REFLECTION)),
            entry("jdk/internal/", all(Want.REFLECTION)),
            entry("javax/script/", CLASS_LOADING),
            entry("javax/tools/", CLASS_LOADING),
            entry("java/lang/instrument/", CLASS_LOADING),
            entry("com/sun/tools/attach/", CLASS_LOADING),
            entry("java/lang/foreign/", all(Want.NATIVE)),
            entry("jdk/incubator/foreign/", all(Want.NATIVE)),
            entry("com/sun/jna/", all(Want.NATIVE)),
            entry("org/osgi/framework/wiring/", FRAMEWORK),
            entry("org/osgi/framework/startlevel/", FRAMEWORK),
            entry("org/osgi/framework/hooks/", FRAMEWORK),
            entry("org/osgi/framework/launch/", FRAMEWORK),
            entry("org/osgi/framework/connect/", FRAMEWORK),
            entry("org/osgi/service/component/runtime/", FRAMEWORK),
            entry("org/osgi/service/condpermadmin/", FRAMEWORK),
            entry("org/osgi/service/permissionadmin/", FRAMEWORK),
            entry("org/osgi/service/url/", FRAMEWORK),
            entry("org/osgi/util/tracker/BundleTracker", FRAMEWORK),
            entry("de/kreiswerk/deployment/api/", FRAMEWORK),
            entry("org/h2/", DATABASE),
            entry("org/postgresql/", DATABASE),
            entry("com/zaxxer/hikari/", DATABASE));

    /** Whoever inherits these calls them by a name of its own. */
    private static final Map<String, Sign> MEMBERS = Map.of(
            "parallelStream", THREADS,
            "defineClass", CLASS_LOADING,
            "setAccessible", ACCESSIBLE,
            "createNativeQuery", DATABASE,
            "createStoredProcedureQuery", DATABASE);

    /** Classes that write to a file when their constructor is given a name or a file instead of a stream. */
    private static final Set<String> FILE_WRITERS =
            Set.of("java/io/PrintStream", "java/io/PrintWriter", "java/util/Formatter", "java/util/Scanner");

    private static final int REMEMBERED = 10_000;

    /** A class is mentioned again and again. */
    private final Map<String, Optional<Want>> byPackage = new HashMap<>();

    private static Sign all(Want want) {
        return new Sign(want, Set.of());
    }

    private static Sign some(Want want, String... members) {
        return new Sign(want, Set.of(members));
    }

    Optional<Want> of(String owner, String member, String descriptor) {
        for (Sign sign : CLASSES.getOrDefault(owner, List.of())) {
            if (sign.fits(member)) {
                return Optional.of(sign.want());
            }
        }
        if (MEMBERS.containsKey(member)) {
            return Optional.of(MEMBERS.get(member).want());
        }
        if (FILE_WRITERS.contains(owner) && opensFile(owner, member, descriptor)) {
            return Optional.of(Want.FILES);
        }
        if (isStylesheet(owner, descriptor)) {
            return Optional.of(Want.CLASS_LOADING);
        }
        if (byPackage.size() > REMEMBERED) {
            // Whoever mentions so many classes does it to fill the memory.
            byPackage.clear();
        }
        return byPackage.computeIfAbsent(owner, Signs::ofPackage);
    }

    private static Optional<Want> ofPackage(String owner) {
        return PACKAGES.entrySet().stream()
                .filter(each -> owner.startsWith(each.getKey()))
                .map(each -> each.getValue().want())
                .findFirst();
    }

    /** XSLT calls whatever Java it names; without a stylesheet a transformation only writes XML. */
    private static boolean isStylesheet(String owner, String descriptor) {
        return owner.startsWith("javax/xml/transform/")
                && owner.endsWith("TransformerFactory")
                && descriptor.startsWith("(Ljavax/xml/transform/Source;)");
    }

    private static boolean opensFile(String owner, String member, String descriptor) {
        boolean named = descriptor.startsWith("(Ljava/lang/String;") && !owner.equals("java/util/Scanner");
        return member.equals(INIT)
                && (named
                        || descriptor.startsWith("(Ljava/io/File;")
                        || descriptor.startsWith("(Ljava/nio/file/Path;"));
    }
}
