package de.kreiswerk.core.mending;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The JAX-RS Whiteboard of Aries. Whoever asks it whether an endpoint failed is told the methods of all endpoints too, and for that
 * it reads all annotations of all their classes, each time anew (2.0.2, the newest, and before). A component is asked about when it has
 * started, while requests are held: that was most of the check. A class does not change, so its methods are found out once.
 */
final class MethodsOfResources implements Mend {

    private static final String TYPE = "org/apache/aries/jax/rs/whiteboard/internal/introspection/ClassIntrospector";
    private static final String METHOD = "getResourceMethodInfos";
    private static final String DESCRIPTOR = "(Ljava/lang/Class;Lorg/apache/cxf/Bus;)Ljava/util/Collection;";
    private static final int STATIC = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    private static final String FOUND_OUT = "kreiswerk$foundOut";
    private static final String KNOWN = "kreiswerk$known";
    private static final String MAP = "java/util/Map";
    private static final String WEAK_MAP = "java/util/WeakHashMap";
    private static final String COLLECTION = "java/util/Collection";

    @Override
    public String type() {
        return TYPE.replace('/', '.');
    }

    /** The method gets another name, and one that remembers takes its place. */
    @Override
    public byte[] mended(byte[] original) {
        return OneMethod.replaced(
                original, METHOD + DESCRIPTOR, (written, access, name, descriptor, signature, exceptions) -> {
                    written.visitField(STATIC | Opcodes.ACC_VOLATILE, KNOWN, "L" + MAP + ";", null, null);
                    remembering(written.visitMethod(access, name, descriptor, signature, exceptions));
                    return written.visitMethod(STATIC, FOUND_OUT, descriptor, signature, exceptions);
                });
    }

    /**
     * {@code Map known = kreiswerk$known; if (known == null) kreiswerk$known = known = synchronizedMap(new WeakHashMap());
     * Collection found = known.get(type); if (found == null) known.put(type, found = kreiswerk$foundOut(type, bus)); return found;}
     * What is found are names and paths, so that no class stays because of it.
     */
    private static void remembering(MethodVisitor method) {
        Label isThere = new Label();
        Label isFound = new Label();
        method.visitCode();
        method.visitFieldInsn(Opcodes.GETSTATIC, TYPE, KNOWN, "L" + MAP + ";");
        method.visitVarInsn(Opcodes.ASTORE, 2);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitJumpInsn(Opcodes.IFNONNULL, isThere);
        method.visitTypeInsn(Opcodes.NEW, WEAK_MAP);
        method.visitInsn(Opcodes.DUP);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, WEAK_MAP, "<init>", "()V", false);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/util/Collections",
                "synchronizedMap",
                "(L" + MAP + ";)L" + MAP + ";",
                false);
        method.visitVarInsn(Opcodes.ASTORE, 2);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitFieldInsn(Opcodes.PUTSTATIC, TYPE, KNOWN, "L" + MAP + ";");
        method.visitLabel(isThere);
        method.visitFrame(Opcodes.F_APPEND, 1, new Object[] {MAP}, 0, null);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, MAP, "get", "(Ljava/lang/Object;)Ljava/lang/Object;", true);
        method.visitTypeInsn(Opcodes.CHECKCAST, COLLECTION);
        method.visitVarInsn(Opcodes.ASTORE, 3);
        method.visitVarInsn(Opcodes.ALOAD, 3);
        method.visitJumpInsn(Opcodes.IFNONNULL, isFound);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, TYPE, FOUND_OUT, DESCRIPTOR, false);
        method.visitVarInsn(Opcodes.ASTORE, 3);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitVarInsn(Opcodes.ALOAD, 3);
        method.visitMethodInsn(
                Opcodes.INVOKEINTERFACE, MAP, "put", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;", true);
        method.visitInsn(Opcodes.POP);
        method.visitLabel(isFound);
        method.visitFrame(Opcodes.F_APPEND, 1, new Object[] {COLLECTION}, 0, null);
        method.visitVarInsn(Opcodes.ALOAD, 3);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
