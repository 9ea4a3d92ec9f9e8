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

    /** What is published for the platform's own use, and would be used with the rights of whoever visits a page. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DATABASE  | core/api/persistence/BundleTables | drop
                    DATABASE  | core/api/persistence/BlobStore    | release
                    FRAMEWORK | core/api/web/RequestGate          | hold
                    FRAMEWORK | core/api/settings/Settings        | change
                    FRAMEWORK | deployment/api/Components         | approve
                    RIGHTS    | core/api/backup/Backups           | write
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
