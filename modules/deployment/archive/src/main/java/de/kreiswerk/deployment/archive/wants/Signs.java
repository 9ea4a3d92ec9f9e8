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

    private static final String ENTITY_MANAGER = "jakarta/persistence/EntityManager";

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
    private static final Sign RESOLVED = some(
            Want.SOCKETS,
            "getByName",
            "getAllByName",
            "getLocalHost",
            "getHostName",
            "getCanonicalHostName",
            "isReachable");

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
            entry("java/awt/Desktop", List.of(PROCESSES)),
            entry("java/net/Socket", List.of(SOCKETS)),
            entry("java/net/ServerSocket", List.of(SOCKETS)),
            entry("java/net/DatagramSocket", List.of(SOCKETS)),
            entry("java/net/MulticastSocket", List.of(SOCKETS)),
            entry("java/net/URL", List.of(some(Want.SOCKETS, "openConnection", "openStream", "getContent"))),
            entry("java/net/URLConnection", List.of(SOCKETS)),
            entry("java/net/HttpURLConnection", List.of(SOCKETS)),
            entry("java/net/InetAddress", List.of(RESOLVED)),
            entry("java/net/Inet4Address", List.of(RESOLVED)),
            entry("java/net/Inet6Address", List.of(RESOLVED)),
            entry("java/net/InetSocketAddress", List.of(some(Want.SOCKETS, "getHostName"))),
            entry("java/nio/channels/SocketChannel", List.of(SOCKETS)),
            entry("java/nio/channels/ServerSocketChannel", List.of(SOCKETS)),
            entry("java/nio/channels/DatagramChannel", List.of(SOCKETS)),
            entry("java/nio/channels/AsynchronousSocketChannel", List.of(SOCKETS)),
            entry("java/nio/channels/AsynchronousServerSocketChannel", List.of(SOCKETS)),
            entry("java/nio/channels/spi/SelectorProvider", List.of(SOCKETS)),
            entry("java/nio/channels/spi/AsynchronousChannelProvider", List.of(SOCKETS)),
            entry("java/util/logging/SocketHandler", List.of(SOCKETS)),
            entry("java/security/URIParameter", List.of(SOCKETS)),
            entry("java/security/cert/LDAPCertStoreParameters", List.of(SOCKETS)),
            entry("java/security/cert/URICertStoreParameters", List.of(SOCKETS)),
            entry("java/security/cert/PKIXRevocationChecker", List.of(some(Want.SOCKETS, "setOcspResponder"))),
            entry("org/w3c/dom/ls/LSParser", List.of(some(Want.SOCKETS, "parseURI"))),
            entry("javax/ws/rs/sse/SseEventSource", List.of(SOCKETS)),
            entry("java/io/File", List.of(FILES)),
            entry("java/io/FileInputStream", List.of(FILES)),
            entry("java/io/FileOutputStream", List.of(FILES)),
            entry("java/io/FileReader", List.of(FILES)),
            entry("java/io/FileWriter", List.of(FILES)),
            entry("java/io/RandomAccessFile", List.of(FILES)),
            entry("java/nio/file/Files", List.of(FILES)),
            entry("java/nio/file/FileSystems", List.of(FILES)),
            entry(
                    "java/nio/file/FileSystem",
                    List.of(some(
                            Want.FILES,
                            "provider",
                            "close",
                            "getRootDirectories",
                            "getFileStores",
                            "getUserPrincipalLookupService",
                            "newWatchService"))),
            entry("java/nio/file/Path", List.of(some(Want.FILES, "toFile", "toRealPath", "register"))),
            entry("java/nio/file/Watchable", List.of(some(Want.FILES, "register"))),
            entry("java/nio/channels/FileChannel", List.of(FILES)),
            entry("java/nio/channels/AsynchronousFileChannel", List.of(FILES)),
            entry("java/util/zip/ZipFile", List.of(FILES)),
            entry("java/util/jar/JarFile", List.of(FILES)),
            entry("java/util/logging/FileHandler", List.of(FILES)),
            entry("java/security/DomainLoadStoreParameter", List.of(FILES)),
            entry("org/w3c/dom/ls/LSSerializer", List.of(some(Want.FILES, "writeToURI"))),
            entry("org/w3c/dom/ls/LSOutput", List.of(some(Want.FILES, "setSystemId"))),
            entry("jakarta/servlet/http/Part", List.of(some(Want.FILES, "write"))),
            entry("java/lang/reflect/AccessibleObject", List.of(ACCESSIBLE)),
            entry(
                    "java/lang/reflect/Method",
                    List.of(some(Want.REFLECTION, "invoke", "setAccessible", "trySetAccessible"))),
            entry(
                    "java/lang/reflect/Constructor",
                    List.of(some(Want.REFLECTION, "newInstance", "setAccessible", "trySetAccessible"))),
            entry("java/lang/reflect/Field", List.of(all(Want.REFLECTION))),
            entry("java/lang/invoke/MethodHandles", List.of(some(Want.REFLECTION, "privateLookupIn", "reflectAs"))),
            entry(
                    "java/lang/invoke/MethodHandles$Lookup",
                    List.of(
                            some(
                                    Want.CLASS_LOADING,
                                    "defineClass",
                                    "defineHiddenClass",
                                    "defineHiddenClassWithClassData"),
                            // A logger is called by it; the class alone stands in whatever has a lambda.
                            allBut(Want.REFLECTION, "lookupClass", CLASS))),
            entry("java/lang/invoke/MethodType", List.of(some(Want.REFLECTION, "fromMethodDescriptorString"))),
            entry(
                    "java/lang/invoke/ConstantBootstraps",
                    List.of(some(Want.REFLECTION, "getStaticFinal", "fieldVarHandle", "staticFieldVarHandle"))),
            entry("java/awt/datatransfer/DataFlavor", List.of(some(Want.REFLECTION, INIT, EXTENDS))),
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
            entry(
                    "java/lang/ClassLoader",
                    List.of(
                            some(Want.CLASS_LOADING, INIT, EXTENDS, "defineClass"),
                            some(Want.REFLECTION, "loadClass"))),
            entry(
                    "java/lang/ModuleLayer",
                    List.of(some(
                            Want.CLASS_LOADING,
                            "defineModules",
                            "defineModulesWithOneLoader",
                            "defineModulesWithManyLoaders"))),
            entry("java/util/spi/ToolProvider", List.of(CLASS_LOADING)),
            entry(
                    "java/util/logging/LogManager",
                    List.of(some(Want.CLASS_LOADING, EXTENDS, "readConfiguration", "updateConfiguration"))),
            entry("java/security/Provider", List.of(some(Want.CLASS_LOADING, EXTENDS), some(Want.NATIVE, "configure"))),
            entry("java/security/Provider$Service", List.of(some(Want.CLASS_LOADING, INIT, EXTENDS))),
            entry("java/security/SignedObject", List.of(some(Want.CLASS_LOADING, "getObject"))),
            entry("javax/crypto/SealedObject", List.of(some(Want.CLASS_LOADING, "getObject"))),
            entry("java/security/SecureClassLoader", List.of(CLASS_LOADING)),
            entry("java/net/URLClassLoader", List.of(CLASS_LOADING)),
            entry("java/beans/XMLDecoder", List.of(CLASS_LOADING)),
            entry("java/beans/Beans", List.of(CLASS_LOADING)),
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
            entry("java/sql/Driver", List.of(DATABASE)),
            entry(
                    ENTITY_MANAGER,
                    List.of(some(Want.DATABASE, "unwrap", "getDelegate", "runWithConnection", "callWithConnection"))),
            entry("jakarta/persistence/criteria/CriteriaBuilder", List.of(some(Want.DATABASE, "function"))),
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
            // Reads the records of everybody without asking for a permission; to record is everybody's.
            entry(CORE + "audit/AuditTrail", List.of(some(Want.RIGHTS, "read"))),
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
            entry("java/applet/", SOCKETS),
            entry("javax/xml/catalog/", SOCKETS),
            entry("javax/ws/rs/client/", SOCKETS),
            entry("java/nio/file/spi/", FILES),
            entry("java/util/prefs/", FILES),
            entry("javax/management/", FRAMEWORK),
            entry("com/sun/net/httpserver/", SOCKETS),
            entry("sun/misc/", all(Want.REFLECTION)),
            entry("sun/reflect/", all(Want.REFLECTION)),
            entry("jdk/internal/", all(Want.REFLECTION)),
            entry("javax/script/", CLASS_LOADING),
            entry("javax/tools/", CLASS_LOADING),
            entry("java/lang/instrument/", CLASS_LOADING),
            entry("com/sun/tools/", CLASS_LOADING),
            entry("com/sun/jdi/", CLASS_LOADING),
            entry("jdk/jshell/", CLASS_LOADING),
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
            entry("javax/sql/", DATABASE),
            entry("org/h2/", DATABASE),
            entry("org/postgresql/", DATABASE),
            entry("com/zaxxer/hikari/", DATABASE));

    /** Whoever inherits these calls them by a name of its own. */
    private static final Map<String, Sign> MEMBERS = Map.of(
            "parallelStream", THREADS,
            "defineClass", CLASS_LOADING,
            "instantiateChild", CLASS_LOADING,
            "setAccessible", ACCESSIBLE,
            "resolveConstantDesc", all(Want.REFLECTION),
            "resolveCallSiteDesc", all(Want.REFLECTION),
            "createNativeQuery", DATABASE,
            "createStoredProcedureQuery", DATABASE);

    private static final int REMEMBERED = 10_000;

    /** A class is mentioned again and again. */
    private final Map<String, Optional<Want>> byPackage = new HashMap<>();

    private static Sign all(Want want) {
        return allBut(want);
    }

    private static Sign some(Want want, String... members) {
        return new Sign(want, false, Set.of(members));
    }

    private static Sign allBut(Want want, String... members) {
        return new Sign(want, true, Set.of(members));
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
        if (owner.equals(ENTITY_MANAGER) && descriptor.contains("Ljava/util/Map;)")) {
            // Hints; one of them is SQL.
            return Optional.of(Want.DATABASE);
        }
        Optional<Want> opened = Opened.by(owner, member, descriptor);
        if (opened.isPresent()) {
            return opened;
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
}
