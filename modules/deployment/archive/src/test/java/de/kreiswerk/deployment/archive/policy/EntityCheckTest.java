package de.kreiswerk.deployment.archive.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.deployment.archive.Samples;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class EntityCheckTest {

    private static final DepartmentGrant GRANT =
            new DepartmentGrant("ordnung", "Ordnungsamt", "de.lueneburg.ordnung", "ordnung", Set.of(), Set.of());

    private static final String MAKES_DOGS =
            "create table ordnung_dog (id bigint); create table ordnung_owners (id bigint);";

    private static Samples.Jar bundle(Consumer<ClassWriter> entity) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "de/lueneburg/ordnung/Dog", null, "java/lang/Object", null);
        entity.accept(writer);
        writer.visitEnd();
        return Samples.bundle()
                .header("Meta-Persistence", "META-INF/persistence.xml")
                .file("db/migration/V1__dogs.sql", MAKES_DOGS)
                .file("de/lueneburg/ordnung/Dog.class", writer.toByteArray());
    }

    private static void annotate(AnnotationVisitor annotation, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            annotation.visit(values[i], values[i + 1]);
        }
        annotation.visitEnd();
    }

    private static void annotate(ClassWriter type, String name, String... values) {
        annotate(type.visitAnnotation("Ljakarta/persistence/" + name + ";", true), values);
    }

    private static void annotate(FieldVisitor field, String name, String... values) {
        annotate(field.visitAnnotation("Ljakarta/persistence/" + name + ";", true), values);
    }

    private static Consumer<ClassWriter> mappedTo(String... table) {
        return type -> {
            annotate(type, "Entity");
            annotate(type, "Table", table);
        };
    }

    /** An entity of an own table with a field. */
    private static Consumer<ClassWriter> with(String field, Consumer<FieldVisitor> annotations) {
        return mappedTo("name", "Ordnung_Dog").andThen(type -> {
            FieldVisitor visitor = type.visitField(0, field, "Ljava/util/List;", null, null);
            annotations.accept(visitor);
            visitor.visitEnd();
        });
    }

    private static Consumer<ClassWriter> asking(String query) {
        return mappedTo("name", "ordnung_dog").andThen(type -> {
            MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, "a", "()V", null, null);
            method.visitCode();
            method.visitLdcInsn(query);
            method.visitInsn(Opcodes.POP);
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(1, 0);
            method.visitEnd();
        });
    }

    private static List<Finding> judge(Samples.Jar bundle) throws BadArchive {
        return Policy.judge(
                        Samples.read(Samples.component(bundle.bytes()).bytes()),
                        GRANT,
                        Rules.standard(),
                        Optional.empty())
                .stream()
                .filter(each -> each.code().startsWith("entity"))
                .toList();
    }

    private static void assertFound(String what, Samples.Jar bundle) throws BadArchive {
        assertThat(judge(bundle)).singleElement().satisfies(each -> {
            assertThat(each.severity()).isEqualTo(Severity.NEEDS_APPROVAL);
            assertThat(each.places()).anyMatch(place -> place.contains(what));
        });
    }

    @Test
    void entitiesOfOwnTablesAreNotObjectedTo() throws BadArchive {
        assertThat(judge(bundle(mappedTo("name", "Ordnung_Dog")))).isEmpty();
        assertThat(judge(bundle(with("owners", field -> {
                    annotate(field, "ManyToMany");
                    annotate(field, "JoinTable", "name", "ordnung_owners");
                }))))
                .isEmpty();
        assertThat(judge(bundle(with("owners", field -> {
                    annotate(field, "OneToMany");
                    annotate(field, "JoinColumn", "name", "dog");
                }))))
                .isEmpty();
        assertThat(judge(bundle(with("owners", field -> annotate(field, "ManyToMany", "mappedBy", "dogs")))))
                .isEmpty();
        assertThat(judge(bundle(asking("select d from Dog d where lower(d.name) = 'rex'"))))
                .isEmpty();
        assertThat(judge(bundle(mappedTo("name", "identity_account")).without("Meta-Persistence")))
                .isEmpty();
    }

    @Test
    void tablesThatOthersMakeNeedApproval() throws BadArchive {
        assertFound("identity_account", bundle(mappedTo("name", "identity_account")));
        assertFound("Dog", bundle(type -> annotate(type, "Entity")));
        assertFound("identity_account", bundle(type -> annotate(type, "Entity", "name", "identity_account")));
        assertFound("other", bundle(mappedTo("name", "ordnung_dog", "schema", "other")));
        assertFound("identity_role", bundle(mappedTo("name", "ordnung_dog").andThen(type -> {
            AnnotationVisitor tables = type.visitAnnotation("Ljakarta/persistence/SecondaryTables;", true);
            AnnotationVisitor all = tables.visitArray("value");
            annotate(all.visitAnnotation(null, "Ljakarta/persistence/SecondaryTable;"), "name", "identity_role");
            all.visitEnd();
            tables.visitEnd();
        })));
        assertFound(
                "identity_role", bundle(with("roles", field -> annotate(field, "JoinTable", "name", "identity_role"))));
        // Made of two names: such as of the tables identity and account.
        assertFound("accounts", bundle(with("accounts", field -> annotate(field, "ManyToMany"))));
    }

    @Test
    void tablesOfScriptsThatDoNotRunAreNotMade() throws BadArchive {
        assertFound(
                "identity_account",
                bundle(mappedTo("name", "identity_account"))
                        .file("db/other/V1__a.sql", "create table identity_account (id bigint);"));
        assertFound(
                "identity_account",
                bundle(mappedTo("name", "identity_account"))
                        .file("db/migration/V2__a.sql", "create table if not exists identity_account (id bigint);"));
    }

    @Test
    void sqlBesideTheTablesNeedsApproval() throws BadArchive {
        assertFound("(select", bundle(with("name", field -> annotate(field, "Column", "name", "(select a from b)"))));
        assertFound("(select", bundle(with("(select a from b)", field -> {})));
        assertFound("SQL", bundle(asking("select d from Dog d where SQL('exists (select 1 from identity_account)')")));
        assertFound("PrintWriter", bundle(asking("select new java.io.PrintWriter('/etc/passwd') from Dog d")));
        assertFound(
                "NamedNativeQuery",
                bundle(mappedTo("name", "ordnung_dog")
                        .andThen(type -> annotate(type, "NamedNativeQuery", "name", "a", "query", "delete from b"))));
        assertFound(
                "org.eclipse.persistence.annotations.Customizer",
                bundle(mappedTo("name", "ordnung_dog")
                        .andThen(type -> annotate(
                                type.visitAnnotation("Lorg/eclipse/persistence/annotations/Customizer;", true)))));
        assertFound("orm.xml", bundle(mappedTo("name", "ordnung_dog")).file("META-INF/orm.xml", "<entity-mappings/>"));
    }
}
