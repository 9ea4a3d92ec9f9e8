package de.kreiswerk.deployment.archive.wants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.deployment.archive.Compiled;
import de.kreiswerk.deployment.archive.RawZip;
import de.kreiswerk.deployment.archive.Samples;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class WantsTest {

    @TempDir
    private Path folder;

    private static List<WantFound> wants(Samples.Jar bundle) throws BadArchive {
        return Wants.of(Samples.read(Samples.component(bundle.bytes()).bytes()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PROCESSES     | void a() throws Exception { new ProcessBuilder("ls").start(); }
                    PROCESSES     | void a() throws Exception { Runtime.getRuntime().exec("ls"); }
                    SOCKETS       | void a() throws Exception { new java.net.Socket("a", 1); }
                    SOCKETS       | void a() throws Exception { new java.net.URL("http://a").openStream(); }
                    SOCKETS       | void a() { java.net.http.HttpClient.newHttpClient(); }
                    SOCKETS       | void a() throws Exception { java.nio.channels.SocketChannel.open(); }
                    SOCKETS       | void a() throws Exception { new javax.naming.InitialContext().lookup("x"); }
                    FILES         | void a() throws Exception { new java.io.FileInputStream("a"); }
                    FILES         | void a() throws Exception { java.nio.file.Files.delete(null); }
                    FILES         | void a() throws Exception { new java.io.PrintWriter("a"); }
                    FILES         | boolean a() { return new java.io.File("a").exists(); }
                    REFLECTION    | void a(java.lang.reflect.Method m) { m.setAccessible(true); }
                    REFLECTION    | void a(java.lang.reflect.Method m) throws Exception { m.invoke(null); }
                    REFLECTION    | Object a() throws Exception { return java.lang.invoke.MethodHandles.privateLookupIn(A.class, null); }
                    REFLECTION    | Object a() throws Exception { return Class.forName("java.lang.Runtime"); }
                    THREADS       | void a() { new Thread(() -> {}).start(); }
                    THREADS       | void a() { java.util.concurrent.Executors.newFixedThreadPool(3); }
                    THREADS       | void a() { new java.util.Timer(); }
                    THREADS       | void a() { java.util.concurrent.CompletableFuture.runAsync(() -> {}); }
                    THREADS       | Object a(java.util.List<String> l) { return l.parallelStream(); }
                    THREADS       | static class B extends Thread {}
                    EXIT          | void a() { System.exit(1); }
                    EXIT          | void a() { Runtime.getRuntime().halt(1); }
                    EXIT          | void a() { Runtime.getRuntime().addShutdownHook(null); }
                    EXIT          | java.util.function.IntConsumer a() { return System::exit; }
                    CLASS_LOADING | static class B extends ClassLoader {}
                    CLASS_LOADING | void a() { new java.net.URLClassLoader(null); }
                    CLASS_LOADING | Object a(java.lang.invoke.MethodHandles.Lookup l) throws Exception { return l.defineClass(null); }
                    CLASS_LOADING | void a() { new javax.script.ScriptEngineManager(); }
                    NATIVE        | void a() { System.loadLibrary("a"); }
                    NATIVE        | native void a();
                    DATABASE      | void a() throws Exception { java.sql.DriverManager.getConnection("a"); }
                    DATABASE      | Object a(de.kreiswerk.core.api.persistence.Transaction tx) { return tx.connection(); }
                    DATABASE      | interface Manager { Object createNativeQuery(String sql); } Object a(Manager em) { return em.createNativeQuery("delete from audit"); }
                    CLASS_LOADING | Object a(javax.xml.transform.TransformerFactory f) throws Exception { return f.newTemplates(null); }
                    CLASS_LOADING | Object a(javax.xml.transform.Source s) throws Exception { return javax.xml.transform.TransformerFactory.newInstance().newTransformer(s); }
                    REFLECTION    | void a() throws Exception { new java.beans.Statement(Runtime.getRuntime(), "exec", new Object[] {"ls"}).execute(); }
                    RIGHTS        | Object a() { return new de.kreiswerk.core.api.identity.Caller("a", "b", null, "c", null, "d"); }
                    RIGHTS        | Class<?> a() { return de.kreiswerk.core.api.identity.Caller.class; }
                    ENVIRONMENT   | String a() { return System.getenv("KREISWERK_MASTER_KEY"); }
                    """)
    void eachIsFound(Want want, String body) throws BadArchive {
        assertThat(wants(Compiled.bundle(folder, body)))
                .extracting(WantFound::want)
                .contains(want);
    }

    /** Each is the only sign of what it does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    REFLECTION    | Object a() throws Exception { return java.lang.invoke.MethodHandles.lookup().bind(Runtime.getRuntime(), "exec", null); }
                    REFLECTION    | Object a(java.lang.invoke.MethodHandles.Lookup l) throws Exception { return l.findClass("java.lang.Runtime"); }
                    REFLECTION    | Object a(java.lang.invoke.MethodHandles.Lookup l) throws Exception { return l.unreflectSpecial(null, A.class); }
                    REFLECTION    | Object a(java.lang.invoke.MethodHandles.Lookup l) throws Exception { return l.in(String.class); }
                    REFLECTION    | Object a(java.lang.constant.MethodHandleDesc d) throws Exception { return d.resolveConstantDesc(java.lang.invoke.MethodHandles.lookup()); }
                    REFLECTION    | Object a() { return java.lang.invoke.MethodType.fromMethodDescriptorString("()Ljava/lang/Runtime;", null); }
                    REFLECTION    | Object a() { return java.lang.invoke.ConstantBootstraps.getStaticFinal(java.lang.invoke.MethodHandles.lookup(), "A", A.class); }
                    REFLECTION    | Object a() throws Exception { return A.class.getClassLoader().loadClass("java.lang.Runtime"); }
                    CLASS_LOADING | Object a(java.lang.invoke.MethodHandles.Lookup l) throws Exception { return l.defineHiddenClass(null, true); }
                    CLASS_LOADING | Object a(java.lang.invoke.MethodHandles.Lookup l) throws Exception { return l.defineHiddenClassWithClassData(null, "", true); }
                    CLASS_LOADING | Object a() { return java.util.spi.ToolProvider.findFirst("javac"); }
                    CLASS_LOADING | void a(java.io.InputStream in) throws Exception { java.util.logging.LogManager.getLogManager().readConfiguration(in); }
                    CLASS_LOADING | Object a() throws Exception { return java.beans.Beans.instantiate(null, "b"); }
                    CLASS_LOADING | Object a(java.security.SignedObject s) throws Exception { return s.getObject(); }
                    CLASS_LOADING | static class P extends java.security.Provider { P() { super("p", "1", ""); put("MessageDigest.X", "java.lang.Runtime"); } }
                    CLASS_LOADING | Object a(javax.xml.transform.sax.SAXTransformerFactory f) throws Exception { return f.newTemplatesHandler(); }
                    NATIVE        | Object a() { return java.security.Security.getProvider("SunPKCS11").configure("a.cfg"); }
                    PROCESSES     | void a(java.net.URI u) throws Exception { java.awt.Desktop.getDesktop().browse(u); }
                    FILES         | Object a(java.nio.file.Path p) { return p.getFileSystem().provider(); }
                    FILES         | Object a(java.nio.file.spi.FileSystemProvider f, java.nio.file.Path p) throws Exception { return f.newInputStream(p); }
                    FILES         | Object a(java.nio.file.Path p) { return p.toFile(); }
                    FILES         | Object a(java.nio.file.Path p) throws Exception { return new java.util.Scanner(p); }
                    FILES         | Object a() throws Exception { return new java.util.logging.FileHandler("a"); }
                    FILES         | Object a() throws Exception { return new java.io.PrintStream("a"); }
                    FILES         | Object a() throws Exception { return new java.util.Formatter("a"); }
                    FILES         | Object a() { return new javax.xml.transform.stream.StreamResult("file:a"); }
                    FILES         | void a(javax.xml.transform.stream.StreamResult r) { r.setSystemId("file:a"); }
                    FILES         | void a(org.w3c.dom.ls.LSSerializer s) { s.writeToURI(null, "file:a"); }
                    FILES         | Object a() { return java.util.prefs.Preferences.userRoot(); }
                    SOCKETS       | Object a() throws Exception { return new java.util.logging.SocketHandler("a", 1); }
                    SOCKETS       | Object a() { return new java.net.InetSocketAddress("a", 1); }
                    SOCKETS       | Object a() throws Exception { return java.net.Inet4Address.getByName("a"); }
                    SOCKETS       | Object a() throws Exception { return java.nio.channels.spi.SelectorProvider.provider().openSocketChannel(); }
                    SOCKETS       | Object a(javax.xml.parsers.DocumentBuilder b) throws Exception { return b.parse("http://a"); }
                    SOCKETS       | void a(javax.xml.parsers.SAXParser p) throws Exception { p.parse("http://a", (org.xml.sax.helpers.DefaultHandler) null); }
                    SOCKETS       | void a(org.xml.sax.XMLReader r) throws Exception { r.parse("http://a"); }
                    SOCKETS       | Object a() { return new javax.xml.transform.stream.StreamSource("http://a"); }
                    SOCKETS       | Object a() { return new org.xml.sax.InputSource("http://a"); }
                    SOCKETS       | Object a(java.net.URL u) throws Exception { return javax.imageio.ImageIO.read(u); }
                    SOCKETS       | Object a(com.fasterxml.jackson.databind.ObjectMapper m, java.net.URL u) throws Exception { return m.readTree(u); }
                    DATABASE      | Object a(java.sql.Driver d) throws Exception { return d.connect("a", null); }
                    """)
    void whatReachesFurtherWithoutSayingSoIsFound(Want want, String body) throws BadArchive {
        assertThat(wants(Compiled.bundle(folder, body)))
                .extracting(WantFound::want)
                .containsExactly(want);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    SOCKETS, javax/ws/rs/client/ClientBuilder, newClient
                    SOCKETS, javax/ws/rs/sse/SseEventSource, target
                    FILES, jakarta/servlet/http/Part, write
                    """)
    void whatIsOpenToComponentsIsFoundWhereItReachesFurther(Want want, String type, String member) throws BadArchive {
        assertThat(wants(Samples.bundle().file("A.class", calling(type, member))))
                .extracting(WantFound::want)
                .containsExactly(want);
    }

    /** What is handed a file was handed it by somebody: nothing here makes one. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    javax/xml/parsers/DocumentBuilder, parse
                    javax/xml/parsers/SAXParser, parse
                    javax/xml/transform/stream/StreamSource, <init>
                    javax/xml/transform/stream/StreamResult, <init>
                    javax/imageio/ImageIO, read
                    java/security/KeyStore, getInstance
                    java/util/Scanner, <init>
                    java/io/PrintWriter, <init>
                    """)
    void whatOpensAFileThatItIsGivenIsFound(String owner, String member) {
        assertThat(new Signs().of(owner, member, "(Ljava/io/File;)V")).contains(Want.FILES);
        assertThat(new Signs().of("de/lueneburg/ordnung/Files", member, "(Ljava/io/File;)V"))
                .isEmpty();
    }

    /** What is published for the platform's own use, and would be used with the rights of whoever visits a page. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DATABASE  | core/api/persistence/BundleTables | drop
                    DATABASE  | core/api/persistence/BlobStore    | release
                    FRAMEWORK | core/api/web/RequestGate          | hold
                    FRAMEWORK | core/api/settings/Settings        | change
                    FRAMEWORK | deployment/api/Components         | approve
                    RIGHTS    | core/api/backup/Backups           | write
                    RIGHTS    | core/api/audit/AuditTrail            | read
                    RIGHTS    | identity/api/Accounts             | add
                    RIGHTS    | identity/api/Roles                | grant
                    """)
    void whatThePlatformOffersForItselfIsFound(Want want, String type, String member) throws BadArchive {
        assertThat(wants(Samples.bundle().file("A.class", calling("de/kreiswerk/" + type, member))))
                .extracting(WantFound::want)
                .containsExactly(want);
    }

    private static byte[] calling(String type, String member) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "a", "()V", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, type, member, "()V", true);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** A class file may call them anything, at any length. */
    @Test
    void namesOfMethodsNeitherSteerNorFillAPage() throws BadArchive {
        String name = "a\u202e" + "b".repeat(60_000);
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_NATIVE, name, "()V", null, null).visitEnd();
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, name, "(I)V", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Thread", "stop", "()V", false);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/io/FileInputStream", name, "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
        writer.visitEnd();

        List<WantFound> found = wants(Samples.bundle().file("A.class", writer.toByteArray()));

        assertThat(found).extracting(WantFound::want).contains(Want.NATIVE, Want.FILES);
        assertThat(found)
                .flatExtracting(WantFound::places)
                .allMatch(place -> place.length() < 500 && !place.contains("\u202e"));
    }

    @Test
    void whatOnlyServesRequestsWantsNothing() throws BadArchive {
        Samples.Jar bundle = Compiled.bundle(folder, """
                enum Kind { ONE, TWO }
                record Dog(String name, java.util.List<String> owners) {}
                interface Shop { String sell(Dog dog); }
                String a(Kind kind) throws InterruptedException {
                    switch (kind) { case ONE: return "x" + kind; default: }
                    Shop shop = dog -> dog.name().strip();
                    Object proxy = java.lang.reflect.Proxy.newProxyInstance(A.class.getClassLoader(),
                            new Class<?>[] { Shop.class }, (p, m, args) -> null);
                    if (Thread.currentThread().isInterrupted()) { throw new InterruptedException(); }
                    return shop.sell(new Dog("Rex", java.util.List.of())) + System.nanoTime() + proxy
                            + new java.util.Scanner("a").next() + System.getProperty("line.separator");
                }
                """);

        assertThat(wants(bundle)).isEmpty();
    }

    /** The compiler hands a {@code Lookup} to what makes lambdas, texts, records and cases; the code calls none of its methods. */
    @Test
    void whatTheCompilerMakesWantsNothing() throws BadArchive {
        Samples.Jar bundle = Compiled.bundle(folder, """
                enum Kind { ONE, TWO { int rank() { return 2; } }; int rank() { return 1; } }
                record Pair<T extends Comparable<T>>(T first, T second, int... more) implements java.io.Serializable {
                    Pair { java.util.Objects.requireNonNull(first); }
                }
                sealed interface Shape permits Circle, Square {}
                record Circle(double radius) implements Shape {}
                record Square(double side) implements Shape {}
                static final System.Logger LOG = System.getLogger(
                        java.lang.invoke.MethodHandles.lookup().lookupClass().getName());
                String a(Kind kind, String text, Object any) {
                    int rank = switch (kind) { case ONE -> 1; case TWO -> { yield kind.rank(); } };
                    String word = switch (text) { case "a", "b" -> "x" + rank + any; default -> text + '\\u0001' + rank; };
                    if (any instanceof Circle circle && circle.radius() > 1) { word += circle; }
                    java.util.function.Supplier<String> lambda = () -> text + kind;
                    Runnable both = (Runnable & java.io.Serializable) () -> {};
                    java.util.function.Function<String, Integer> parse = Integer::valueOf;
                    java.util.function.IntFunction<int[]> array = int[]::new;
                    both.run();
                    return word + lambda.get() + parse.apply("1") + array.apply(1).length
                            + new Pair<>("a", "b").equals(any) + new Pair<>(1, 2).hashCode();
                }
                """);

        assertThat(wants(bundle)).isEmpty();
    }

    @Test
    void whatTakesTextsAndStreamsOnlyWantsNothing() throws BadArchive {
        Samples.Jar bundle = Compiled.bundle(folder, """
                Object a(java.io.InputStream in, java.io.OutputStream out, java.nio.file.Path path) throws Exception {
                    var xml = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
                    javax.xml.parsers.SAXParserFactory.newInstance().newSAXParser()
                            .parse(in, new org.xml.sax.helpers.DefaultHandler());
                    var source = new org.xml.sax.InputSource(new java.io.StringReader("<a/>"));
                    source.setSystemId("a.xml");
                    javax.xml.transform.TransformerFactory.newInstance().newTransformer().transform(
                            new javax.xml.transform.stream.StreamSource(in),
                            new javax.xml.transform.stream.StreamResult(out));
                    new java.io.PrintWriter(new java.io.PrintStream(out), true).println(new java.util.Formatter());
                    var bean = new java.beans.PropertyChangeSupport(this);
                    bean.addPropertyChangeListener(event -> {});
                    var keys = java.security.KeyStore.getInstance("PKCS12");
                    keys.load(in, "a".toCharArray());
                    return path.resolve("b").startsWith(path) + path.getFileSystem().getSeparator() + xml + keys
                            + javax.imageio.ImageIO.read(in)
                            + java.net.InetAddress.getByAddress(new byte[4]).isLoopbackAddress()
                            + java.util.logging.Logger.getLogger("a") + java.security.MessageDigest.getInstance("SHA-256")
                            + A.class.getClassLoader().getResource("a") + java.util.ServiceLoader.load(Runnable.class);
                }
                """);

        assertThat(wants(bundle)).isEmpty();
    }

    @Test
    void placesAreNamedAndCounted() throws BadArchive {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            body.append("void m").append(i).append("() { System.exit(1); }");
        }

        WantFound found = wants(Compiled.bundle(folder, body.toString())).get(0);

        assertThat(found.want()).isEqualTo(Want.EXIT);
        assertThat(found.count()).isEqualTo(25);
        assertThat(found.places())
                .hasSize(20)
                .contains(Samples.NAME + ": de.lueneburg.ordnung.A.m0 → java.lang.System.exit");
    }

    @Test
    void jarsInBundlesAndClassesForNewerJavasAreLookedAtAsWell() throws BadArchive {
        byte[] code = Compiled.body(folder, "void a() { System.exit(1); }").get("de/lueneburg/ordnung/A.class");
        byte[] jar = new RawZip().deflated("x/A.class", code).bytes();

        assertThat(wants(Samples.bundle().file("META-INF/versions/21/A.class", code)))
                .hasSize(1);
        assertThat(wants(Samples.bundle().file("lib/a.jar", jar))).hasSize(1);
        assertThat(wants(Samples.bundle().file("lib/a", jar).header("Bundle-ClassPath", ".,lib/a")))
                .hasSize(1);
    }

    /** A hyphen is a letter of the JVM: such a class is loaded like any other. */
    @Test
    void aClassThatIsCalledLikeAModuleIsLookedAtAndAModuleWantsNothing() throws BadArchive {
        byte[] code = Compiled.body(folder, "void a() { System.exit(1); }").get("de/lueneburg/ordnung/A.class");
        ClassWriter module = new ClassWriter(0);
        module.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        module.visitModule("de.lueneburg.ordnung", 0, null).visitEnd();
        module.visitEnd();

        assertThat(wants(Samples.bundle().file("x/Evilmodule-info.class", code)))
                .hasSize(1);
        assertThat(wants(Samples.bundle().file("x/module-info.class", code))).hasSize(1);
        assertThat(wants(Samples.bundle().file("module-info.class", module.toByteArray())))
                .isEmpty();
    }

    @Test
    void aClassThatCannotBeReadIsRefused() {
        byte[] code = Compiled.body(folder, "void a() { System.exit(1); }").get("de/lueneburg/ordnung/A.class");
        for (byte[] bad : List.of(new byte[0], new byte[] {1, 2, 3}, Arrays.copyOf(code, code.length / 2))) {
            BadArchive refusal = catchThrowableOfType(
                    BadArchive.class, () -> wants(Samples.bundle().file("A.class", bad)));

            assertThat(refusal.code()).isEqualTo("bundle.class-unreadable");
        }
    }

    @Test
    void annotationsThatNestWithoutEndAreRefused() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        Deque<AnnotationVisitor> open = new ArrayDeque<>();
        open.push(writer.visitAnnotation("LX;", true));
        for (int i = 0; i < 60_000; i++) {
            open.push(open.peek().visitArray("x"));
        }
        open.forEach(AnnotationVisitor::visitEnd);
        writer.visitEnd();

        BadArchive refusal = catchThrowableOfType(
                BadArchive.class, () -> wants(Samples.bundle().unpacked("A.class", writer.toByteArray())));

        assertThat(refusal.code()).isEqualTo("bundle.class-unreadable");
    }
}
