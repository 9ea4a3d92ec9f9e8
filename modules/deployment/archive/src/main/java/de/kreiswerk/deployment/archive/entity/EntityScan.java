package de.kreiswerk.deployment.archive.entity;

import de.kreiswerk.deployment.archive.sql.Jpql;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Goes through a class and tells which of its mappings reach beyond tables that are the component's own. Names go into SQL as they
 * stand: what is no plain name is told as well.
 */
final class EntityScan extends ClassVisitor {

    private static final String JPA = "Ljakarta/persistence/";
    /** Read although nobody imports them. */
    private static final String ECLIPSELINK = "Lorg/eclipse/persistence/annotations/";

    private static final Pattern PLAIN = Pattern.compile("\\w*");
    private static final Pattern MEMBER = Pattern.compile("[\\p{L}\\p{N}_$<>-]*");
    private static final Set<String> TABLES =
            Set.of("Table", "SecondaryTable", "JoinTable", "CollectionTable", "TableGenerator");
    private static final Set<String> NATIVE = Set.of("NamedNativeQuery", "NamedStoredProcedureQuery");
    private static final Set<String> SQL_NAMES =
            Set.of("name", "table", "referencedColumnName", "sequenceName", "pkColumnName", "valueColumnName");
    private static final Set<String> PLACES = Set.of("schema", "catalog");
    private static final Set<String> MANY = Set.of("OneToMany", "ManyToMany", "ElementCollection");
    private static final Set<String> JOINED = Set.of("JoinColumn", "JoinColumns");
    private static final Set<String> COLUMNS = Set.of(
            "Column",
            "DiscriminatorColumn",
            "JoinColumn",
            "MapKeyColumn",
            "MapKeyJoinColumn",
            "OrderColumn",
            "PrimaryKeyJoinColumn",
            "SequenceGenerator");

    private final Set<String> own;
    private final Consumer<String> found;
    private String entity;
    private String table;

    /**
     * A scan of one class.
     *
     * @param own the tables that the component makes
     * @param found takes what reaches beyond them
     */
    EntityScan(Set<String> own, Consumer<String> found) {
        super(Opcodes.ASM9);
        this.own = own;
        this.found = found;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        table = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return descriptor.equals(JPA + "Entity;") ? new EntityName() : annotation(descriptor, null);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        constant(value);
        Member member = new Member(name);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                return annotation(descriptor, member);
            }

            @Override
            public void visitEnd() {
                member.end();
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        Member member = new Member(name);
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                return annotation(descriptor, member);
            }

            @Override
            public void visitLdcInsn(Object value) {
                constant(value);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                for (Object each : arguments) {
                    constant(each);
                }
            }

            @Override
            public void visitEnd() {
                member.end();
            }
        };
    }

    @Override
    public void visitEnd() {
        if (entity != null) {
            table(entity.isEmpty() ? table : entity);
        }
    }

    private void constant(Object value) {
        if (value instanceof String text && Jpql.isFarReaching(text)) {
            found.accept(text);
        }
    }

    private void table(String name) {
        if (!own.contains(name.toLowerCase(Locale.ROOT))) {
            found.accept(name);
        }
    }

    /** Null for what has nothing to do with tables. */
    private AnnotationVisitor annotation(String descriptor, Member member) {
        if (descriptor.startsWith(ECLIPSELINK)) {
            found.accept(Type.getType(descriptor).getClassName());
        }
        if (!descriptor.startsWith(JPA)) {
            return null;
        }
        String kind = descriptor.substring(JPA.length(), descriptor.length() - 1);
        if (NATIVE.contains(kind)) {
            found.accept(kind);
        }
        if (member != null) {
            member.has(kind);
        }
        return new Mapping(kind, member);
    }

    /** A table that nobody names gets a name of two others, which may be anybody's. */
    private final class Member {

        private final String name;
        private final Set<String> has = new HashSet<>();
        private boolean isNamed;

        Member(String name) {
            this.name = name;
            // Who writes class files by hand can call a member whatever can stand in SQL.
            if (!MEMBER.matcher(name).matches()) {
                found.accept(name);
            }
        }

        void has(String kind) {
            has.add(kind);
        }

        void isNamed() {
            isNamed = true;
        }

        void end() {
            boolean joined = has.contains("OneToMany") && has.stream().anyMatch(JOINED::contains);
            if (has.stream().anyMatch(MANY::contains) && !isNamed && !joined) {
                found.accept(name);
            }
        }
    }

    private final class EntityName extends AnnotationVisitor {

        EntityName() {
            super(Opcodes.ASM9);
            // A table that is named comes in its place.
            entity = entity == null ? "" : entity;
        }

        @Override
        public void visit(String name, Object value) {
            if (entity.isEmpty()) {
                entity = String.valueOf(value);
            }
        }
    }

    private final class Mapping extends AnnotationVisitor {

        private final String kind;
        private final Member member;

        Mapping(String kind, Member member) {
            super(Opcodes.ASM9);
            this.kind = kind;
            this.member = member;
        }

        @Override
        public void visit(String name, Object value) {
            constant(value);
            // What stands in an array has no name.
            if (name == null || !(value instanceof String text)) {
                return;
            }
            boolean isOfSql = TABLES.contains(kind) || COLUMNS.contains(kind);
            boolean isTable = TABLES.contains(kind) && (kind.equals("TableGenerator") ? "table" : "name").equals(name);
            if (isOfSql && (PLACES.contains(name) ? !text.isEmpty() : !isPlain(name, text))) {
                found.accept(text);
            } else if (isTable) {
                table(text);
            }
            if (isTable && kind.equals("Table")) {
                entity = text;
            }
            if (member != null && !text.isEmpty() && (isTable || name.equals("mappedBy"))) {
                member.isNamed();
            }
        }

        private static boolean isPlain(String name, String text) {
            return !SQL_NAMES.contains(name) || PLAIN.matcher(text).matches();
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            return annotation(descriptor, member);
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            return new Mapping(kind, member);
        }
    }
}
