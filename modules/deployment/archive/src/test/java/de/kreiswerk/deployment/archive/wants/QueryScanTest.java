package de.kreiswerk.deployment.archive.wants;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.deployment.archive.Compiled;
import de.kreiswerk.deployment.archive.Samples;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class QueryScanTest {

    private static final String MANAGER = "jakarta/persistence/EntityManager";

    private static final String JPA = """
            static class Dog { String name; Class<Dog> type() { return Dog.class; } static String text() { return "x"; } }
            static final String ALL = "select d " + "from Dog d";
            static String told = "select d from Dog d";
            jakarta.persistence.EntityManager em;
            """;

    @TempDir
    private Path folder;

    private List<WantFound> wants(String method) throws BadArchive {
        return wants(Compiled.bundle(folder, JPA + method));
    }

    private static List<WantFound> wants(Samples.Jar bundle) throws BadArchive {
        return Wants.of(Samples.read(Samples.component(bundle.bytes()).bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object a() { return em.createQuery(\"select S\".concat(\"QL('1') from Dog d\")).getResultList(); }",
                "Object a(int i) { return em.createQuery(\"select d from Dog d where d.id = \" + i, Dog.class); }",
                "Object a(String text) { return em.createQuery(text, Dog.class); }",
                "Object a() { return em.createQuery(told); }",
                "Object a() { return em.createQuery(Dog.text()); }",
                "Object a(boolean b, String s) { return em.createQuery(b ? s : \"select d from Dog d\", Dog.class); }",
                "Object a(String s) { String q = \"select d from Dog d\"; if (s != null) { q = q + s; } return em.createQuery(q); }",
                // What is put into the variable comes below: it goes round.
                "void a(String s) { String q = \"select d from Dog d\"; for (;;) { em.createQuery(q).getResultList(); q = s; } }",
                "Object a(String s) { s = s.isEmpty() ? s : \"select d from Dog d\"; return em.createQuery(s); }",
                "Object a() { return new StringBuilder(\"select d\").append(em.createQuery(new String(\"x\"))); }",
                "Object a(String name) { return em.createNamedQuery(name, Dog.class); }",
                "Object a() { java.util.function.Function<String, Object> f = em::createQuery; return f.apply(\"select d\"); }",
                "Object a() { String q = \"select d from Dog d\"; Runnable r = () -> em.createQuery(q); return r; }",
                "interface Mine extends jakarta.persistence.EntityManager {} Object a(Mine m, String s) { return m.createQuery(s); }"
            })
    void aQueryThatIsPutTogetherIsSomethingToDecide(String method) throws BadArchive {
        assertThat(wants(method)).extracting(WantFound::want).containsExactly(Want.DATABASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object a() { return em.createQuery(\"select SQL('1') from Dog d\", Long.class); }",
                "Object a() { String q = \"select d from Dog d where function('f', d.name) = 1\"; return em.createQuery(q); }",
                "Object a() { return em.createQuery(\"select new java.io.FileInputStream('/etc/passwd') from Dog d\"); }",
                "Object a() { return em.createQuery(ALL).setHint(\"eclipselink.sql.hint\", \"(select 1), \"); }",
                "Object a(String name) { return em.createQuery(ALL).setHint(name, \"(select 1), \"); }",
                "Object a(java.util.Map<String, Object> hints) { return em.find(Dog.class, 1L, hints); }",
                "Object a(jakarta.persistence.criteria.CriteriaBuilder c) { return c.function(\"7 * 6 + abs\", Long.class); }",
            })
    void aQueryThatPassesOnSqlIsOneToTheDatabase(String method) throws BadArchive {
        assertThat(wants(method)).extracting(WantFound::want).containsExactly(Want.DATABASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object a() { return em.createQuery(\"select d from Dog d where lower(d.name) = 'rex'\").getResultList(); }",
                "Object a(Class<Dog> type) { return em.createQuery(ALL + \" where d.name = :name\", type); }",
                "Object a(Dog d, int i) { return em.createQuery(ALL, d.type()).setParameter(\"a\", d.name + i).setMaxResults(i); }",
                "Object a(Object[] types, int i) { return em.createQuery(ALL, (Class<?>) Dog.class).setFirstResult(i * 2); }",
                "Object a() { return em.createQuery(ALL, Dog.class).setHint(\"eclipselink.read-only\", true).getResultList(); }",
                "Object a() { return em.createNamedQuery(\"Dog.all\", Dog.class).getResultStream().map(d -> d.name); }",
                "Object a(java.util.Set<Long> ids) { return ids.isEmpty() ? null : em.createQuery(ALL + \" where d.id in :a\"); }",
                "Object a(boolean b) { return b ? em.createQuery(ALL) : em.createQuery(ALL + \" order by d.name\", Dog.class); }",
                "Object a() { String q = \"select d from Dog d\"; return em.createQuery(q, Dog.class); }",
                "Object a(boolean b) { String q = \"select d from Dog d\"; if (b) { return em.createQuery(q); } return em.createQuery(q); }",
                "Object a(boolean b) { String q; if (b) { q = \"select d\"; } else { q = ALL; } return em.createQuery(q); }",
                // Two variables in the same place of the frame.
                "Object a(Iterable<String> all) { for (String s : all) { s.strip(); } String q = \"select d\"; return em.createQuery(q); }",
                "void a(Iterable<String> all) { for (String s : all) { em.createQuery(ALL).setParameter(\"a\", s); } }",
                "Object a(jakarta.persistence.criteria.CriteriaBuilder c) { var q = c.createQuery(Dog.class); q.from(Dog.class);"
                        + " return em.createQuery(q); }",
                "Object a(Dog d) { em.persist(d); return em.find(Dog.class, 1L, jakarta.persistence.LockModeType.NONE); }",
                "Object createQuery(String s) { return s; } Object a(String s) { return createQuery(s); }"
            })
    void aQueryThatIsAConstantWantsNothing(String method) throws BadArchive {
        assertThat(wants(method)).isEmpty();
    }

    @Test
    void whereAQueryIsPutTogetherIsSaid() throws BadArchive {
        assertThat(wants("Object a(String s) { return em.createQuery(s); }"))
                .singleElement()
                .satisfies(found -> assertThat(found.places())
                        .containsExactly(Samples.NAME
                                + ": de.lueneburg.ordnung.A.a → jakarta.persistence.EntityManager.createQuery"));
    }

    /** No compiler writes such; the JVM runs it. */
    @Test
    void whatOnlyLooksLikeAConstantIsNone() throws BadArchive {
        String query = "(Ljava/lang/String;)Ljakarta/persistence/Query;";
        assertThat(wants(method(code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitVarInsn(Opcodes.ALOAD, 1);
                    code.visitLdcInsn("select d from Dog d");
                    code.visitInsn(Opcodes.POP);
                    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, MANAGER, "createQuery", query, true);
                })))
                .hasSize(1);
        assertThat(wants(method(code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 1);
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitLdcInsn("select d from Dog d");
                    code.visitInsn(Opcodes.DUP_X2);
                    code.visitInsn(Opcodes.POP);
                    code.visitInsn(Opcodes.SWAP);
                    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, MANAGER, "createQuery", query, true);
                })))
                .hasSize(1);
        assertThat(wants(method(code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitLdcInsn(new ConstantDynamic(
                            "a",
                            "Ljava/lang/String;",
                            new Handle(
                                    Opcodes.H_INVOKESTATIC,
                                    "A",
                                    "text",
                                    Type.getMethodDescriptor(Type.VOID_TYPE),
                                    false)));
                    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, MANAGER, "createQuery", query, true);
                })))
                .hasSize(1);
    }

    private static Samples.Jar method(Consumer<MethodVisitor> body) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_STATIC, "a", "(L" + MANAGER + ";Ljava/lang/String;)V", null, null);
        code.visitCode();
        body.accept(code);
        code.visitInsn(Opcodes.POP);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return Samples.bundle().file("A.class", writer.toByteArray());
    }
}
